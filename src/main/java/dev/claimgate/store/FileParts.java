package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads runs of bytes out of the chunks of received files in one statement, never a whole file: neighbouring ranges are
 * read as one span, and of each chunk only the slice that is wanted.
 */
final class FileParts {
    /** Ranges nearer than this are cheaper read together. */
    private static final int GAP_MAX = 4 * 1024;
    private static final int SPAN_MAX = 1024 * 1024;
    private static final String SQL = """
            with wanted as (
                select * from unnest($1::uuid[], $2::bigint[], $3::bigint[]) with ordinality
                    as w(submission_id, range_from, range_to, span)
            ), placed as (
                select submission_id, sequence, length,
                       sum(length) over (partition by submission_id order by sequence)::bigint - length as chunk_from
                from (select submission_id, sequence, octet_length(bytes)::bigint - case when key_id is null then 0 else %d end
                          as length
                      from submission_chunk where submission_id = any($4::uuid[])) c
            )
            select w.span, r.slice_from, r.slice_length, c.key_id,
                   case when c.key_id is null then substring(c.bytes from r.slice_from + 1 for r.slice_length)
                        else c.bytes end as slice
            from wanted w
            join placed p on p.submission_id = w.submission_id
                 and p.chunk_from < w.range_to and p.chunk_from + p.length > w.range_from
            join submission_chunk c on c.submission_id = p.submission_id and c.sequence = p.sequence
                 and c.submission_id = any($4::uuid[])
            cross join lateral (select greatest(w.range_from - p.chunk_from, 0)::int as slice_from,
                (least(w.range_to, p.chunk_from + p.length) - greatest(w.range_from, p.chunk_from))::int as slice_length) r
            order by w.span, p.sequence""".formatted(Sealer.OVERHEAD_BYTES);

    private final Map<FileRange, FilePart> parts = new HashMap<>();

    private FileParts() {
    }

    /** Reads these ranges; empty ones cost nothing. */
    static Future<FileParts> read(SqlClient client, Collection<FileRange> ranges, Sealer sealer) {
        List<FileRange> wanted = ranges.stream().filter(range -> range.length() > 0).distinct()
                .sorted(Comparator.comparing(FileRange::submissionId).thenComparingLong(FileRange::from)).toList();
        List<FileRange> spans = spans(wanted);
        if (spans.isEmpty()) {
            return Future.succeededFuture(new FileParts());
        }
        return client.preparedQuery(SQL).execute(arguments(spans)).map(rows -> {
            Buffer[] read = new Buffer[spans.size()];
            Arrays.setAll(read, i -> Buffer.buffer());
            for (Row row : rows) {
                read[row.getLong("span").intValue() - 1].appendBuffer(slice(row, sealer));
            }
            return new FileParts().cut(wanted, spans, read);
        });
    }

    /** The database cuts what stands as it is; of what is sealed it can give whole chunks only. */
    private static Buffer slice(Row row, Sealer sealer) {
        String keyId = row.getString("key_id");
        if (keyId == null) {
            return row.getBuffer("slice");
        }
        int from = row.getInteger("slice_from");
        return sealer.open(Sealer.Purpose.FILE, row.getBuffer("slice"), keyId)
                .slice(from, from + row.getInteger("slice_length"));
    }

    FilePart part(FileRange range) {
        return range.length() == 0 ? new FilePart(range, new byte[0]) : parts.get(range);
    }

    /** Joins sorted ranges that overlap or lie close together. */
    static List<FileRange> spans(List<FileRange> sorted) {
        List<FileRange> spans = new ArrayList<>();
        FileRange open = null;
        for (FileRange range : sorted) {
            if (open != null && reaches(open, range)) {
                open = new FileRange(open.submissionId(), open.from(), Math.max(open.to(), range.to()));
                spans.set(spans.size() - 1, open);
            } else {
                open = range;
                spans.add(open);
            }
        }
        return spans;
    }

    private static boolean reaches(FileRange span, FileRange range) {
        boolean inside = range.to() <= span.to();
        return span.submissionId().equals(range.submissionId())
                && (inside || range.from() - span.to() <= GAP_MAX && range.to() - span.from() <= SPAN_MAX);
    }

    private static Tuple arguments(List<FileRange> spans) {
        return Tuple.of(spans.stream().map(FileRange::submissionId).toArray(UUID[]::new),
                spans.stream().map(FileRange::from).toArray(Long[]::new),
                spans.stream().map(FileRange::to).toArray(Long[]::new),
                spans.stream().map(FileRange::submissionId).distinct().toArray(UUID[]::new));
    }

    private FileParts cut(List<FileRange> wanted, List<FileRange> spans, Buffer[] read) {
        int at = 0;
        for (FileRange range : wanted) {
            while (!holds(spans.get(at), range)) {
                at++;
            }
            FileRange span = spans.get(at);
            if (read[at].length() != span.length()) {
                throw new IllegalStateException("submission " + span.submissionId() + " holds " + read[at].length()
                        + " of the " + span.length() + " bytes from " + span.from());
            }
            int from = (int) (range.from() - span.from());
            parts.put(range, new FilePart(range, read[at].getBytes(from, from + (int) range.length())));
        }
        return this;
    }

    private static boolean holds(FileRange span, FileRange range) {
        return span.submissionId().equals(range.submissionId()) && span.from() <= range.from() && range.to() <= span.to();
    }
}
