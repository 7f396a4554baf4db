package dev.claimgate.claim;

import dev.claimgate.x12.Text;

/** Another payer of the claim: loop 2320 and its 2330B. Reused; codes are packed text, money is in cents. */
public final class OtherPayer {
    int position;
    long responsibility;
    final Adjustments adjustments = new Adjustments();
    int paidPosition;
    long paidCents;
    final Text id = new Text(80);
    int datePosition;

    /** Segment position of its SBR in the transaction set, ST = 1. */
    public int position() {
        return position;
    }

    /** SBR01. */
    public long responsibility() {
        return responsibility;
    }

    /** CAS of 2320. */
    public Adjustments adjustments() {
        return adjustments;
    }

    /** Whether the payer tells what it paid for the claim (AMT*D). */
    public boolean paid() {
        return paidPosition != 0;
    }

    /** Segment position of AMT*D; 0 if there is none. */
    public int paidPosition() {
        return paidPosition;
    }

    /** AMT*D. */
    public long paidCents() {
        return paidCents;
    }

    /** NM109 of 2330B. */
    public Text id() {
        return id;
    }

    /** Segment position of DTP*573 in 2330B; 0 if there is none. */
    public int datePosition() {
        return datePosition;
    }

    void clear() {
        position = 0;
        responsibility = 0;
        adjustments.clear();
        paidPosition = 0;
        paidCents = 0;
        id.clear();
        datePosition = 0;
    }
}
