package dev.claimgate.payer;

import dev.claimgate.partner.Payer;
import dev.claimgate.store.AnsweredClaim;
import dev.claimgate.store.AnsweredSet;
import dev.claimgate.store.SourceInterchange;
import dev.claimgate.store.StoredClaim;
import dev.claimgate.x12.Delimiters;
import dev.claimgate.x12.SegmentWriter;
import java.io.ByteArrayOutputStream;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Writes the 277CA (005010X214) by which a submitter learns what a payer says about claims of one transaction set of his:
 * the payer is the information source, 2200B TRN02 is the submitter's own BHT03. Sums are over the claims it holds; a payer
 * may answer a set in several parts.
 */
final class PayerClaimAcknowledgement {
    private static final String VERSION = "005010X214";

    private final AnsweredSet set;
    private final Payer payer;
    private final Envelope envelope;
    private final String today;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    private final SegmentWriter writer = new SegmentWriter(Delimiters.STANDARD, out::write);
    private int levels;

    private PayerClaimAcknowledgement(AnsweredSet set, Payer payer, int controlNumber, ZonedDateTime now) {
        SourceInterchange source = set.claims().get(0).stored().source();
        this.set = set;
        this.payer = payer;
        this.envelope = new Envelope(source.receiver(), source.sender(), controlNumber, now, source.usage(), false);
        this.today = Envelope.DAY.format(now);
    }

    /** The interchange, ISA to IEA. */
    static byte[] write(AnsweredSet set, Payer payer, int controlNumber, ZonedDateTime now) {
        return new PayerClaimAcknowledgement(set, payer, controlNumber, now).write();
    }

    private byte[] write() {
        envelope.openInterchange(writer, Delimiters.STANDARD);
        envelope.openGroup(writer, "HN", "277", VERSION);
        String reference = today + String.format("%09d", envelope.controlNumber());
        writer.segment("BHT").element("0085").element("08").element(reference).element(today)
                .element(Envelope.TIME.format(envelope.createdAt())).element("TH").end();
        source(reference);
        receiver();
        claims();
        envelope.close(writer, 0);
        return out.toByteArray();
    }

    private void source(String reference) {
        level(0, "20", "1");
        writer.segment("NM1").element("PR").element("2").element(payer.name()).skip(4).element("PI")
                .element(payer.payerIds().isEmpty() ? payer.receiver().id() : payer.payerIds().get(0)).end();
        writer.segment("TRN").element("1").element(reference).end();
        writer.segment("DTP").element("050").element("D8").element(today).end();
        writer.segment("DTP").element("009").element("D8").element(today).end();
    }

    private void receiver() {
        StoredClaim first = set.claims().get(0).stored();
        SourceSegment name = SourceSegment.find(first.header(), first.source(), "NM1", "41");
        SourceSegment beginning = SourceSegment.find(first.header(), first.source(), "BHT", "0019");
        level(1, "21", "1");
        writer.segment("NM1").element("41").element(name.element(2)).element(name.element(3)).element(name.element(4))
                .element(name.element(5)).skip(2).element("46").element(name.element(9)).end();
        writer.segment("TRN").element("2").element(beginning.element(3)).end();
        writer.segment("STC").composite("A1", "19", "PR").element(today).element("WQ")
                .element(Amounts.text(charge(set.claims()))).end();
        List<AnsweredClaim> accepted = set.claims().stream().filter(c -> c.answer().verdict().accepted()).toList();
        List<AnsweredClaim> rejected = set.claims().stream().filter(c -> !c.answer().verdict().accepted()).toList();
        quantity("90", accepted);
        quantity("AA", rejected);
        amount("YU", accepted);
        amount("YY", rejected);
    }

    private void quantity(String qualifier, List<AnsweredClaim> claims) {
        if (!claims.isEmpty()) {
            writer.segment("QTY").element(qualifier).element(claims.size()).end();
        }
    }

    private void amount(String qualifier, List<AnsweredClaim> claims) {
        if (!claims.isEmpty()) {
            writer.segment("AMT").element(qualifier).element(Amounts.text(charge(claims))).end();
        }
    }

    private void claims() {
        AnsweredClaim before = null;
        int provider = 0;
        for (AnsweredClaim claim : set.claims()) {
            if (before == null || !before.stored().billingProvider().samePlaceAs(claim.stored().billingProvider())) {
                provider = provider(claim.stored());
            }
            levels++;
            writer.segment("HL").element(levels).element(provider).element("PT").end();
            new AnsweredClaimWriter(writer, today).write(claim);
            before = claim;
        }
    }

    private int provider(StoredClaim claim) {
        SourceSegment name = SourceSegment.find(claim.billingProvider(), claim.source(), "NM1", "85");
        SourceSegment taxId = SourceSegment.find(claim.billingProvider(), claim.source(), "REF", "EI");
        boolean named = !name.element(9).isEmpty();
        level(2, "19", "1");
        writer.segment("NM1").element("85").element(name.element(2)).element(name.element(3)).element(name.element(4))
                .element(name.element(5)).skip(1).element(name.element(7)).element(named ? name.element(8) : "FI")
                .element(named ? name.element(9) : taxId.element(2)).end();
        return levels;
    }

    private void level(int parent, String code, String children) {
        levels++;
        writer.segment("HL").element(levels).element(parent == 0 ? "" : Integer.toString(parent)).element(code)
                .element(children).end();
    }

    private static long charge(List<AnsweredClaim> claims) {
        return claims.stream().mapToLong(claim -> claim.claim().chargeCents()).sum();
    }
}
