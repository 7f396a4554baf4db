package dev.claimgate.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Ids of files: UUIDs of version 7 (RFC 9562, 5.7), whose first 48 bits are Unix milliseconds, the rest random but for version
 * and variant. So an id tells in which partition the chunks of its file lie ({@link ChunkMonth}). Ids of version 4, as files had
 * them before version 18 of the schema, tell a random time and are ids all the same.
 */
final class SubmissionIds {
    private static final int BITS_AFTER_TIME = 16;
    private static final long VERSION = 7L << 12;
    private static final long RANDOM_BESIDE_VERSION = 0xfff;
    private static final long VARIANT = 0b10L << 62;
    private static final long RANDOM_BESIDE_VARIANT = -1L >>> 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SubmissionIds() {
    }

    /** A new one, made at this time. */
    static UUID at(Instant time) {
        return new UUID(time.toEpochMilli() << BITS_AFTER_TIME | VERSION | RANDOM.nextLong() & RANDOM_BESIDE_VERSION,
                VARIANT | RANDOM.nextLong() & RANDOM_BESIDE_VARIANT);
    }

    /** What no id made in this month (UTC) is less than, and every id made before is. */
    static UUID first(YearMonth month) {
        long millis = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        return new UUID(millis << BITS_AFTER_TIME, 0);
    }

    /** The month (UTC) that the id tells. */
    static YearMonth month(UUID id) {
        Instant time = Instant.ofEpochMilli(id.getMostSignificantBits() >>> BITS_AFTER_TIME);
        return YearMonth.from(time.atOffset(ZoneOffset.UTC));
    }
}
