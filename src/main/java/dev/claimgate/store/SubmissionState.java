package dev.claimgate.store;

/** How a received file stands. */
public enum SubmissionState {
    /** Kept; the verdict follows. */
    RECEIVED,
    /** Verdict and acknowledgements are there. */
    VALIDATED,
    /** No interchange in it that could be answered. */
    UNREADABLE,
    /** Validation broke off again and again; the operator has to look. */
    FAILED
}
