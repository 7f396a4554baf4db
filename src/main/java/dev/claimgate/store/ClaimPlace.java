package dev.claimgate.store;

import io.vertx.sqlclient.Row;
import java.util.UUID;

/**
 * Where a claim stands in what we received.
 *
 * @param id           our number of the claim
 * @param submissionId its file
 * @param source       the envelope it came in
 * @param header          bytes of ST up to the first HL
 * @param billingProvider bytes of its 2000A
 * @param subscriber      bytes of its 2000B
 * @param patient         bytes of its 2000C
 * @param claim           bytes of the claim itself
 */
public record ClaimPlace(long id, UUID submissionId, SourceInterchange source, FileRange header,
                         FileRange billingProvider, FileRange subscriber, FileRange patient, FileRange claim) {
    /** The columns that {@link #of} reads, of tables {@code claim c} and {@code interchange i}. */
    static final String COLUMNS = "c.id, c.submission_id, c.interchange_ordinal, c.ranges, " + SourceInterchange.COLUMNS;
    /** Joins the envelope of claim {@code c}. */
    static final String JOIN = " left join interchange i on i.submission_id = c.submission_id"
            + " and i.ordinal = c.interchange_ordinal ";

    static ClaimPlace of(Row row) {
        UUID submission = row.getUUID("submission_id");
        Long[] ranges = row.getArrayOfLongs("ranges");
        if (ranges.length != 10 || row.getBuffer("delimiters") == null) {
            throw new IllegalStateException("claim " + row.getLong("id") + " has " + ranges.length
                    + " range ends, must have 10, and interchange " + row.getInteger("interchange_ordinal")
                    + " of submission " + submission + " must be recorded");
        }
        return new ClaimPlace(row.getLong("id"), submission, SourceInterchange.of(row), range(submission, ranges, 0),
                range(submission, ranges, 1), range(submission, ranges, 2), range(submission, ranges, 3),
                range(submission, ranges, 4));
    }

    private static FileRange range(UUID submission, Long[] ranges, int part) {
        return new FileRange(submission, ranges[2 * part], ranges[2 * part + 1]);
    }
}
