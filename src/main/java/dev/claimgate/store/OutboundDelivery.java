package dev.claimgate.store;

import io.vertx.core.buffer.Buffer;
import java.time.ZonedDateTime;

/**
 * An outbound interchange taken for one attempt of delivery.
 *
 * @param id            its row
 * @param controlNumber ISA13
 * @param attempt       which attempt this is, 1 the first
 * @param createdAt     when it was made
 * @param bytes         ISA to IEA, the same at every attempt
 */
public record OutboundDelivery(long id, int controlNumber, int attempt, ZonedDateTime createdAt, Buffer bytes) {
    private static final int USAGE_OFFSET = 102;

    /** ISA15: its place in an ISA is fixed. */
    public String usage() {
        return bytes.getString(USAGE_OFFSET, USAGE_OFFSET + 1);
    }
}
