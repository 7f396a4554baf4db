package dev.claimgate.cli;

/** Bounds how many findings of one file are shown and counts the rest. */
final class FindingLimit {
    private final int max;
    private int taken;
    private long omitted;

    FindingLimit(int max) {
        this.max = max;
    }

    void reset() {
        taken = 0;
        omitted = 0;
    }

    /** Whether these may be shown; if not they count as omitted. */
    boolean takes(int findings) {
        if (taken + findings > max) {
            omit(findings);
            return false;
        }
        taken += findings;
        return true;
    }

    void omit(long findings) {
        omitted += findings;
    }

    long omitted() {
        return omitted;
    }

    int max() {
        return max;
    }
}
