package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Many small ranges of received files, read at once: neighbouring ones as one span, none of them twice. */
final class FileParts {
    /** Ranges nearer than this are cheaper read together. */
    private static final int GAP_MAX = 4 * 1024;
    private static final int SPAN_MAX = 1024 * 1024;

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
        return ChunkSlices.read(client, spans, sealer).map(read -> new FileParts().cut(wanted, spans, read));
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

    private FileParts cut(List<FileRange> wanted, List<FileRange> spans, List<Buffer> read) {
        int at = 0;
        for (FileRange range : wanted) {
            while (!holds(spans.get(at), range)) {
                at++;
            }
            FileRange span = spans.get(at);
            if (read.get(at).length() != span.length()) {
                throw new IllegalStateException("submission " + span.submissionId() + " holds " + read.get(at).length()
                        + " of the " + span.length() + " bytes from " + span.from());
            }
            int from = (int) (range.from() - span.from());
            parts.put(range, new FilePart(range, read.get(at).getBytes(from, from + (int) range.length())));
        }
        return this;
    }

    private static boolean holds(FileRange span, FileRange range) {
        return span.submissionId().equals(range.submissionId()) && span.from() <= range.from() && range.to() <= span.to();
    }
}
