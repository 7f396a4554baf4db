package dev.claimgate.store;

import io.vertx.core.buffer.Buffer;

/**
 * An outbound interchange taken for one attempt of delivery.
 *
 * @param id            its row
 * @param controlNumber ISA13
 * @param attempt       which attempt this is, 1 the first
 * @param bytes         ISA to IEA, the same at every attempt
 */
public record OutboundDelivery(long id, int controlNumber, int attempt, Buffer bytes) {
}
