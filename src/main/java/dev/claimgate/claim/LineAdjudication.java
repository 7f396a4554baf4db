package dev.claimgate.claim;

import dev.claimgate.x12.Text;

/** What another payer answered to a service line: loop 2430. Reused; money is in cents. */
public final class LineAdjudication {
    int position;
    final Text payerId = new Text(80);
    long paidCents;
    final Adjustments adjustments = new Adjustments();

    /** Segment position of SVD in the transaction set, ST = 1. */
    public int position() {
        return position;
    }

    /** SVD01. */
    public Text payerId() {
        return payerId;
    }

    /** SVD02. */
    public long paidCents() {
        return paidCents;
    }

    /** CAS of 2430. */
    public Adjustments adjustments() {
        return adjustments;
    }

    void clear() {
        position = 0;
        payerId.clear();
        paidCents = 0;
        adjustments.clear();
    }
}
