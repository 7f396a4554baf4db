package dev.claimgate.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A file in a partner's inbox under a temporary name.
 *
 * @param id   its tracking number once it is renamed
 * @param name the temporary name
 * @param at   when it began to come in
 */
public record StagedFile(UUID id, String name, long byteCount, Instant at) {
}
