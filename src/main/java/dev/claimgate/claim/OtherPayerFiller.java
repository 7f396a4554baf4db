package dev.claimgate.claim;

import dev.claimgate.x12.Segment;

/** Copies the segments of loops 2320 and 2330B into the claim's other payers. */
final class OtherPayerFiller {
    private final Claim claim;
    /** Takes what a claim with too many other payers sends beyond the last; such a claim is rejected. */
    private final OtherPayer surplus = new OtherPayer();
    private OtherPayer payer = surplus;

    OtherPayerFiller(Claim claim) {
        this.claim = claim;
        for (int i = 0; i < Claim.OTHER_PAYERS_MAX; i++) {
            claim.otherPayers[i] = new OtherPayer();
        }
    }

    void begin(Segment segment, int position) {
        payer = claim.otherPayerCount < Claim.OTHER_PAYERS_MAX ? claim.otherPayers[claim.otherPayerCount++] : surplus;
        payer.clear();
        payer.position = position;
        payer.responsibility = segment.packed(1);
    }

    void adjustment(Segment segment, int position) {
        payer.adjustments.add(segment, position);
    }

    void paid(Segment segment, int position) {
        payer.paidPosition = position;
        payer.paidCents = Fields.cents(segment, 2);
    }

    void name(Segment segment) {
        segment.copyTo(9, payer.id);
    }

    void date(int position) {
        payer.datePosition = position;
    }
}
