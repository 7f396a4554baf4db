package dev.claimgate.claim;

import dev.claimgate.x12.Segment;

/** The CAS segments of one payer's answer, of a claim (2320) or of a line (2430). Amounts in cents. Reused. */
public final class Adjustments {
    /** CAS03, CAS06 ... CAS18. */
    private static final int FIRST_AMOUNT = 3;
    private static final int LAST_AMOUNT = 18;
    private static final int STEP = 3;

    long sumCents;
    int count;
    int zeroPosition;
    int zeroElement;

    /** Sum of all amounts. */
    public long sumCents() {
        return sumCents;
    }

    /** How many amounts were sent. */
    public int count() {
        return count;
    }

    /** Segment position of the first CAS with an amount of zero; 0 if there is none. */
    public int zeroPosition() {
        return zeroPosition;
    }

    /** Which of its elements that is: 3, 6 ... 18. */
    public int zeroElement() {
        return zeroElement;
    }

    void add(Segment cas, int position) {
        for (int e = FIRST_AMOUNT; e <= LAST_AMOUNT; e += STEP) {
            if (cas.has(e)) {
                long cents = Fields.cents(cas, e);
                sumCents += cents;
                count++;
                if (cents == 0 && zeroPosition == 0) {
                    zeroPosition = position;
                    zeroElement = e;
                }
            }
        }
    }

    void clear() {
        sumCents = 0;
        count = 0;
        zeroPosition = 0;
        zeroElement = 0;
    }
}
