package dev.claimgate.ack;

/** Counts and charges of the claims beneath one level of the 277CA. */
final class Totals {
    private int accepted;
    private int rejected;
    private long acceptedCents;
    private long rejectedCents;

    void clear() {
        accepted = 0;
        rejected = 0;
        acceptedCents = 0;
        rejectedCents = 0;
    }

    void add(long cents, boolean accept) {
        if (accept) {
            accepted++;
            acceptedCents += cents;
        } else {
            rejected++;
            rejectedCents += cents;
        }
    }

    long cents() {
        return acceptedCents + rejectedCents;
    }

    /** Writes QTY and AMT of each kind that occurs; the qualifiers of QTY differ from level to level. */
    void write(Section section, String acceptedQualifier, String rejectedQualifier) {
        if (accepted > 0) {
            section.segment("QTY").element(acceptedQualifier).element(accepted).end();
        }
        if (rejected > 0) {
            section.segment("QTY").element(rejectedQualifier).element(rejected).end();
        }
        if (accepted > 0) {
            section.segment("AMT").element("YU").decimal(acceptedCents, 2).end();
        }
        if (rejected > 0) {
            section.segment("AMT").element("YY").decimal(rejectedCents, 2).end();
        }
    }
}
