package dev.claimgate.payer;

/** The payer did not do its part: an error answer, a body beyond the limit. Worth another attempt. */
public final class PayerUnavailableException extends RuntimeException {
    PayerUnavailableException(String message) {
        super(message, null, false, false);
    }
}
