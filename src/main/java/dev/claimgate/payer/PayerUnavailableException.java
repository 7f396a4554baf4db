package dev.claimgate.payer;

import java.time.Duration;

/** The payer did not do its part: an error answer, a body beyond the limit. Worth another attempt. */
public final class PayerUnavailableException extends RuntimeException {
    private final Duration retryAfter;
    private final boolean busy;

    PayerUnavailableException(String message) {
        this(message, Duration.ZERO, false);
    }

    /**
     * @param retryAfter how long the payer asked to be left alone; zero if it did not say
     * @param busy       whether it asked for that at all
     */
    PayerUnavailableException(String message, Duration retryAfter, boolean busy) {
        super(message, null, false, false);
        this.retryAfter = retryAfter;
        this.busy = busy;
    }

    Duration retryAfter() {
        return retryAfter;
    }

    /** Whether all that goes to this payer has to wait, and not only this call. */
    boolean busy() {
        return busy;
    }
}
