package dev.claimgate.payer;

import dev.claimgate.x12.Delimiters;
import dev.claimgate.x12.SegmentWriter;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Predicate;

/**
 * Writes a simulated payer's 277CA (005010X214): every claim accepted into adjudication (A2:20) with a payer claim number,
 * or rejected for its member id (A7:164:IL).
 */
final class SimulatedClaimAnswers {
    private final SimulatedInterchange seen;
    private final Predicate<SimulatedClaim> rejected;
    private final Envelope envelope;
    private final String today;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    private final SegmentWriter writer = new SegmentWriter(Delimiters.STANDARD, out::write);
    private int levels;

    private SimulatedClaimAnswers(SimulatedInterchange seen, String rejectEnding, int controlNumber, ZonedDateTime now) {
        this.seen = seen;
        this.rejected = claim -> !rejectEnding.isEmpty() && claim.patientControlNumber().endsWith(rejectEnding);
        this.envelope = new Envelope(seen.receiver(), seen.sender(), controlNumber, now, seen.usage(), false);
        this.today = Envelope.DAY.format(now);
    }

    static byte[] write(SimulatedInterchange seen, String rejectEnding, int controlNumber, ZonedDateTime now) {
        return new SimulatedClaimAnswers(seen, rejectEnding, controlNumber, now).write();
    }

    private byte[] write() {
        envelope.openInterchange(writer, Delimiters.STANDARD);
        envelope.openGroup(writer, "HN", "277", "005010X214");
        String reference = today + String.format("%09d", envelope.controlNumber());
        writer.segment("BHT").element("0085").element("08").element(reference).element(today)
                .element(Envelope.TIME.format(envelope.createdAt())).element("TH").end();
        level(0, "20", "1");
        writer.segment("NM1").element("PR").element("2").element("SIMULATED PAYER").skip(4).element("PI")
                .element(seen.receiver().id()).end();
        writer.segment("TRN").element("1").element(reference).end();
        writer.segment("DTP").element("050").element("D8").element(today).end();
        writer.segment("DTP").element("009").element("D8").element(today).end();
        receiver();
        claims();
        envelope.close(writer, 0);
        return out.toByteArray();
    }

    private void receiver() {
        level(1, "21", "1");
        writer.segment("NM1").element("41");
        seen.submitter().stream().skip(2).forEach(writer::element);
        writer.end();
        writer.segment("TRN").element("2").element(seen.originatorId()).end();
        writer.segment("STC").composite("A1", "19", "PR").element(today).element("WQ")
                .element(sum(seen.claims())).end();
        List<SimulatedClaim> bad = seen.claims().stream().filter(rejected).toList();
        List<SimulatedClaim> good = seen.claims().stream().filter(rejected.negate()).toList();
        total("QTY", "90", good, Integer.toString(good.size()));
        total("QTY", "AA", bad, Integer.toString(bad.size()));
        total("AMT", "YU", good, sum(good));
        total("AMT", "YY", bad, sum(bad));
    }

    private void claims() {
        List<String> provider = List.of();
        int parent = 0;
        for (SimulatedClaim claim : seen.claims()) {
            if (!claim.provider().equals(provider)) {
                provider = claim.provider();
                parent = levels + 1;
                level(2, "19", "1");
                writer.segment("NM1").element("85");
                provider.stream().skip(2).forEach(writer::element);
                writer.end();
            }
            levels++;
            writer.segment("HL").element(levels).element(parent).element("PT").end();
            claim(claim);
        }
    }

    private void claim(SimulatedClaim claim) {
        List<String> member = claim.patient().get(9).isEmpty() ? claim.subscriber() : claim.patient();
        writer.segment("NM1").element("QC").element("1");
        claim.patient().subList(3, 8).forEach(writer::element);
        writer.element(member.get(8)).element(member.get(9)).end();
        writer.segment("TRN").element("2").element(claim.patientControlNumber()).end();
        boolean bad = rejected.test(claim);
        writer.segment("STC").composite(bad ? "A7" : "A2", bad ? "164" : "20", bad ? "IL" : "").element(today)
                .element(bad ? "U" : "WQ").element(claim.charge().toPlainString()).end();
        if (!bad) {
            String number = "P" + today.substring(2) + String.format("%04d%05d", envelope.controlNumber() % 10_000, levels);
            writer.segment("REF").element("1K").element(number).end();
        }
        if (!claim.intermediaryNumber().isEmpty()) {
            writer.segment("REF").element("D9").element(claim.intermediaryNumber()).end();
        }
        if (!claim.serviceDate().isEmpty()) {
            writer.segment("DTP").element("472").element(claim.serviceDateFormat()).element(claim.serviceDate()).end();
        }
    }

    private void total(String id, String qualifier, List<SimulatedClaim> claims, String value) {
        if (!claims.isEmpty()) {
            writer.segment(id).element(qualifier).element(value).end();
        }
    }

    private void level(int parent, String code, String children) {
        levels++;
        writer.segment("HL").element(levels).element(parent == 0 ? "" : Integer.toString(parent)).element(code)
                .element(children).end();
    }

    private static String sum(List<SimulatedClaim> claims) {
        return claims.stream().map(SimulatedClaim::charge).reduce(BigDecimal.ZERO, BigDecimal::add).toPlainString();
    }
}
