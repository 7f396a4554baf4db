package dev.claimgate.store;

/** How a claim stands. The pipeline gives the first four and, for want of a payer, the last. */
public enum ClaimState {
    /** By our own 277CA. */
    REJECTED,
    /** With its transaction set or interchange, by our 999 or TA1. */
    SET_REJECTED,
    /** Accepted, waits for its payer. */
    WAITING,
    /** In an outbound interchange. */
    QUEUED,
    /** Delivered. */
    SENT,
    PAYER_ACCEPTED,
    PAYER_REJECTED,
    /** Only a person can move it on; its note says why. */
    NEEDS_ATTENTION
}
