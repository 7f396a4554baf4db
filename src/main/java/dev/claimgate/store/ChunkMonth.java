package dev.claimgate.store;

import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;

/** The partition of {@code submission_chunk} for files whose ids tell one month (UTC). */
record ChunkMonth(YearMonth month) {
    /** The default partition: ids of version 4, and months that have no partition. */
    static final String OTHER = "submission_chunk_other";

    /** Such as {@code submission_chunk_2026_11}. */
    String table() {
        return String.format(Locale.ROOT, "submission_chunk_%04d_%02d", month.getYear(), month.getMonthValue());
    }

    /** The first id of the month. */
    UUID from() {
        return SubmissionIds.first(month);
    }

    /** The first id of the next month. */
    UUID to() {
        return SubmissionIds.first(month.plusMonths(1));
    }

    /** As PostgreSQL writes it, too. */
    String bounds() {
        return "FOR VALUES FROM ('" + from() + "') TO ('" + to() + "')";
    }
}
