package dev.claimgate.store;

/** How a received file stands. */
public enum SubmissionState {
    /** Waits in its sender's inbox under a temporary name; nothing is done with it until he renames it. */
    STAGED,
    /** Kept; the verdict follows. */
    RECEIVED,
    /** Verdict and acknowledgements are there. */
    VALIDATED,
    /** No interchange in it that could be answered. */
    UNREADABLE,
    /** Validation broke off again and again; the operator has to look. */
    FAILED
}
