package dev.claimgate.store;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Proof that a file is durably kept.
 *
 * @param id         its tracking number
 * @param receivedAt when it began to come in
 * @param byteCount  its size
 * @param sha256     of its bytes, 64 lower-case hex digits
 */
public record Receipt(UUID id, Instant receivedAt, long byteCount, String sha256) {
    static Receipt of(UUID id, Instant receivedAt, long byteCount, byte[] sha256) {
        return new Receipt(id, receivedAt, byteCount, HexFormat.of().formatHex(sha256));
    }
}
