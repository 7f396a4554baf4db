package dev.claimgate.payer;

import java.time.Duration;

/** The payer did not do its part: an error answer, a body beyond the limit. Worth another attempt. */
public final class PayerUnavailableException extends RuntimeException {
    private final Duration retryAfter;

    PayerUnavailableException(String message) {
        this(message, Duration.ZERO);
    }

    /** @param retryAfter how long the payer asked to be left alone; zero if it did not */
    PayerUnavailableException(String message, Duration retryAfter) {
        super(message, null, false, false);
        this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
