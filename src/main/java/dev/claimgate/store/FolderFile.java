package dev.claimgate.store;

import java.time.Instant;

/**
 * A file of a drop folder, as it was found.
 *
 * @param partnerId  whose folder
 * @param name       without the path
 * @param byteCount  its size
 * @param modifiedAt to the millisecond
 */
public record FolderFile(String partnerId, String name, long byteCount, Instant modifiedAt) {
}
