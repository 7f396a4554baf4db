package dev.claimgate.payer;

import io.vertx.core.buffer.Buffer;

/** One of the two envelopes of CAQH CORE connectivity: how a message is written and read. */
interface CoreEnvelope {
    /** What is asked of the payer. */
    enum Operation { SUBMIT, RETRIEVE }

    /**
     * @param contentType of the HTTP request
     */
    record Written(String contentType, Buffer body) {
    }

    Written write(Operation operation, CoreMessage message);

    /** @throws IllegalArgumentException if it is no message in this envelope; the text holds no value of it */
    CoreMessage read(String contentType, Buffer body);
}
