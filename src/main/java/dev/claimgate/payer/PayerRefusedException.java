package dev.claimgate.payer;

import io.vertx.core.buffer.Buffer;

/** The payer understood and refused an interchange: no outage, and no use to send it again. */
public final class PayerRefusedException extends RuntimeException {
    private final transient Buffer answer;

    /** @param answer what the payer sent with its refusal, may be empty */
    PayerRefusedException(String message, Buffer answer) {
        super(message, null, false, false);
        this.answer = answer;
    }

    Buffer answer() {
        return answer;
    }
}
