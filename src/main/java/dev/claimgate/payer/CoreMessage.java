package dev.claimgate.payer;

import io.vertx.core.buffer.Buffer;
import java.util.Map;

/**
 * A message of CAQH CORE connectivity vC2.2.0, whichever envelope carries it.
 *
 * @param fields  its metadata by name, such as {@code PayloadType}; in the order of writing
 * @param payload X12 interchanges, may be empty
 */
record CoreMessage(Map<String, String> fields, Buffer payload) {
    private static final String SUCCESS = "Success";

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    boolean success() {
        return field("ErrorCode").isEmpty() || field("ErrorCode").equals(SUCCESS);
    }

    /** An error that only another interchange can cure. */
    boolean refusesPayload() {
        return field("ErrorCode").matches("Payload[A-Za-z]*Illegal");
    }
}
