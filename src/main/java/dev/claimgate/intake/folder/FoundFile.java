package dev.claimgate.intake.folder;

import java.time.Instant;

/** A file as one look found it. */
record FoundFile(String name, long byteCount, Instant modifiedAt) {
}
