package dev.claimgate.codes;

/** Whether a code holds on a day. */
public enum CodeState {
    /** In no release we know. */
    UNKNOWN,
    /** Known, but not on that day: not yet, or no longer. */
    OUT_OF_FORCE,
    IN_FORCE
}
