package dev.claimgate.payer;

import dev.claimgate.reply.ReplySegment;
import dev.claimgate.store.AnsweredClaim;
import dev.claimgate.store.ForwardedClaim;
import dev.claimgate.store.StoredClaim;
import dev.claimgate.x12.SegmentWriter;

/**
 * Writes one claim of a 277CA after its HL: 2100D patient, 2200D statuses, 2220D lines. Codes and free text are the
 * payer's; numbers, names and dates are the submitter's own.
 */
final class AnsweredClaimWriter {
    private final SegmentWriter writer;
    private final String today;

    /** @param today status date where the payer gave none, yyyymmdd */
    AnsweredClaimWriter(SegmentWriter writer, String today) {
        this.writer = writer;
        this.today = today;
    }

    void write(AnsweredClaim claim) {
        patient(claim.stored());
        writer.segment("TRN").element("2").element(claim.claim().patientControlNumber()).end();
        claim.answer().verdict().statuses().forEach(status -> status(status, claim.claim().chargeCents()));
        reference("1K", claim.answer().payerClaimNumber());
        reference("D9", SourceSegment.find(claim.stored().claim(), claim.stored().source(), "REF", "D9").element(2));
        serviceDates(claim.claim());
        claim.answer().lines().forEach(segment -> segment.writeTo(writer));
    }

    /** The patient's name; the member id is the subscriber's where the patient has none of his own. */
    private void patient(StoredClaim claim) {
        SourceSegment subscriber = SourceSegment.find(claim.subscriber(), claim.source(), "NM1", "IL");
        SourceSegment patient = claim.patient().isEmpty() ? subscriber
                : SourceSegment.find(claim.patient(), claim.source(), "NM1", "QC");
        SourceSegment member = patient.element(9).isEmpty() ? subscriber : patient;
        writer.segment("NM1").element("QC").element("1").element(patient.element(3)).element(patient.element(4))
                .element(patient.element(5)).skip(1).element(patient.element(7)).element(member.element(8))
                .element(member.element(9)).end();
    }

    private void status(ReplySegment status, long chargeCents) {
        String date = status.element(2);
        writer.segment("STC").composite(parts(status, 1)).element(date.isEmpty() ? today : date)
                .element(status.element(3).equals("U") ? "U" : "WQ").element(Amounts.text(chargeCents)).skip(5)
                .composite(parts(status, 10)).composite(parts(status, 11)).element(status.element(12)).end();
    }

    private static String[] parts(ReplySegment status, int element) {
        return status.element(element).split(":", -1);
    }

    private void reference(String qualifier, String value) {
        if (!value.isEmpty()) {
            writer.segment("REF").element(qualifier).element(value).end();
        }
    }

    private void serviceDates(ForwardedClaim claim) {
        if (claim.serviceFrom() > 0) {
            boolean oneDay = claim.serviceTo() <= claim.serviceFrom();
            writer.segment("DTP").element("472").element(oneDay ? "D8" : "RD8")
                    .element(oneDay ? "" + claim.serviceFrom() : claim.serviceFrom() + "-" + claim.serviceTo()).end();
        }
    }
}
