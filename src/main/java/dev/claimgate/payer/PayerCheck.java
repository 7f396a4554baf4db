package dev.claimgate.payer;

/** How a simulated payer checks an interchange. Called on worker threads, by several at once. */
@FunctionalInterface
public interface PayerCheck {
    /** @param interchange what was posted, whatever it is */
    Answer check(byte[] interchange);

    /**
     * @param bytes    TA1 and 999, one or more interchanges; may be empty
     * @param accepted whether its claims are looked at
     */
    record Answer(byte[] bytes, boolean accepted) {
    }
}
