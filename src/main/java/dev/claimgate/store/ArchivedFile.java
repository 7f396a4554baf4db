package dev.claimgate.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that was received under a name.
 *
 * @param id    its tracking number
 * @param name  as its sender named it
 * @param state RECEIVED, VALIDATED, UNREADABLE or FAILED
 */
public record ArchivedFile(UUID id, String name, String state, long byteCount, Instant receivedAt) {
}
