package dev.claimgate.store;

import java.util.UUID;

/**
 * A run of bytes of a received file.
 *
 * @param submissionId the file
 * @param from         first byte, 0-based
 * @param to           the byte after its last
 */
public record FileRange(UUID submissionId, long from, long to) {
    long length() {
        return Math.max(0, to - from);
    }
}
