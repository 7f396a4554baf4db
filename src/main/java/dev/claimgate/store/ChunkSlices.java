package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Reads runs of bytes out of the chunks of received files: of each chunk only the slice that is wanted. */
final class ChunkSlices {
    private static final String LENGTHS = """
            select submission_id, sequence, octet_length(bytes) - case when key_id is null then 0 else %d end as length
            from submission_chunk where submission_id = any($1::uuid[]) order by submission_id, sequence"""
            .formatted(Sealer.OVERHEAD_BYTES);
    // The database cuts what stands as it is; of what is sealed it can give whole chunks only. The files are named twice, so
    // that partitions they do not lie in are left out.
    private static final String SLICES = """
            select w.n, c.key_id, case when c.key_id is null then substring(c.bytes from w.slice_from + 1 for w.slice_length)
                                       else c.bytes end as bytes
            from unnest($1::uuid[], $2::int[], $3::int[], $4::int[]) with ordinality
                as w(submission_id, sequence, slice_from, slice_length, n)
            join submission_chunk c on c.submission_id = w.submission_id and c.sequence = w.sequence
                 and c.submission_id = any($5::uuid[])""";

    private final SqlClient client;
    private final Sealer sealer;
    /** Of each file its chunks, by the byte they begin at. */
    private final Map<UUID, TreeMap<Long, Chunk>> files = new HashMap<>();

    private ChunkSlices(SqlClient client, Sealer sealer) {
        this.client = client;
        this.sealer = sealer;
    }

    private record Chunk(int sequence, int length) {
    }

    private record Slice(UUID submissionId, int sequence, int from, int length) {
    }

    /** The bytes of each range, in the same order; fewer than wanted if they are not there. */
    static Future<List<Buffer>> read(SqlClient client, List<FileRange> ranges, Sealer sealer) {
        ChunkSlices slices = new ChunkSlices(client, sealer);
        UUID[] ids = ranges.stream().map(FileRange::submissionId).distinct().toArray(UUID[]::new);
        return client.preparedQuery(LENGTHS).execute(Tuple.tuple().addArrayOfUUID(ids)).compose(rows -> {
            rows.forEach(slices::place);
            return slices.read(ranges, ids);
        });
    }

    private void place(Row row) {
        TreeMap<Long, Chunk> chunks = files.computeIfAbsent(row.getUUID("submission_id"), id -> new TreeMap<>());
        long from = chunks.isEmpty() ? 0 : chunks.lastKey() + chunks.lastEntry().getValue().length();
        chunks.put(from, new Chunk(row.getInteger("sequence"), row.getInteger("length")));
    }

    private Future<List<Buffer>> read(List<FileRange> ranges, UUID[] ids) {
        List<List<Slice>> wanted = ranges.stream().map(this::slices).toList();
        List<Slice> all = wanted.stream().flatMap(Collection::stream).toList();
        return client.preparedQuery(SLICES).execute(arguments(all, ids)).map(rows -> {
            Buffer[] read = new Buffer[all.size()];
            Arrays.fill(read, Buffer.buffer());
            rows.forEach(row -> {
                int n = row.getLong("n").intValue() - 1;
                read[n] = opened(row, all.get(n));
            });
            return joined(wanted, List.of(read).iterator());
        });
    }

    private List<Slice> slices(FileRange range) {
        List<Slice> slices = new ArrayList<>();
        TreeMap<Long, Chunk> chunks = files.getOrDefault(range.submissionId(), new TreeMap<>());
        Long first = chunks.floorKey(range.from());
        if (first != null) {
            chunks.subMap(first, range.to()).forEach((chunkFrom, chunk) -> {
                int from = (int) Math.max(range.from() - chunkFrom, 0);
                int to = (int) Math.min(range.to() - chunkFrom, chunk.length());
                slices.add(new Slice(range.submissionId(), chunk.sequence(), from, to - from));
            });
        }
        return slices;
    }

    private static Tuple arguments(List<Slice> slices, UUID[] ids) {
        return Tuple.of(slices.stream().map(Slice::submissionId).toArray(UUID[]::new),
                slices.stream().map(Slice::sequence).toArray(Integer[]::new),
                slices.stream().map(Slice::from).toArray(Integer[]::new),
                slices.stream().map(Slice::length).toArray(Integer[]::new), ids);
    }

    private Buffer opened(Row row, Slice slice) {
        String keyId = row.getString("key_id");
        return keyId == null ? row.getBuffer("bytes") : sealer.open(Sealer.Purpose.FILE, row.getBuffer("bytes"), keyId)
                .slice(slice.from(), slice.from() + slice.length());
    }

    private static List<Buffer> joined(List<List<Slice>> wanted, Iterator<Buffer> read) {
        List<Buffer> ranges = new ArrayList<>();
        for (List<Slice> slices : wanted) {
            Buffer bytes = Buffer.buffer();
            slices.forEach(slice -> bytes.appendBuffer(read.next()));
            ranges.add(bytes);
        }
        return ranges;
    }
}
