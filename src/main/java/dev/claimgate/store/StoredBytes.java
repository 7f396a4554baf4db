package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The bytes of a received file or an acknowledgement, read from any place. Keeps in memory where its chunks begin and the chunk
 * read last. Whose bytes they are was asked before. Call it from one thread, each time after the future of the time before.
 */
public final class StoredBytes {
    /** As they came: what an 837P was made of is kept beside it. */
    private static final String RECEIVED = """
            (select sequence, bytes, key_id from submission_original where submission_id = $1
            union all select sequence, bytes, key_id from submission_chunk where submission_id = $1
                and not exists (select 1 from submission_original where submission_id = $1)) c""";
    private static final String RECEIVED_CHUNKS =
            "select octet_length(bytes), key_id from " + RECEIVED + " order by sequence";
    private static final String RECEIVED_CHUNK = "select bytes, key_id from " + RECEIVED + " where sequence = $2";
    private static final String X12_CHUNKS = """
            select octet_length(bytes), key_id from submission_chunk where submission_id = $1 order by sequence""";
    private static final String X12_CHUNK = """
            select bytes, key_id from submission_chunk where submission_id = $1 and sequence = $2""";
    private static final String ACKNOWLEDGEMENT_CHUNKS = """
            select octet_length(bytes), key_id from acknowledgement_chunk where acknowledgement_id = $1 order by sequence""";
    private static final String ACKNOWLEDGEMENT_CHUNK = """
            select bytes, key_id from acknowledgement_chunk where acknowledgement_id = $1 and sequence = $2""";

    private final SqlClient database;
    private final Sealer sealer;
    private final Sealer.Purpose purpose;
    private final String query;
    private final Object id;
    /** Where each chunk ends. */
    private final long[] ends;
    private int inMemory = -1;
    private Buffer chunk = Buffer.buffer();

    private StoredBytes(SqlClient database, Sealer sealer, Sealer.Purpose purpose, String query, Object id, long[] ends) {
        this.database = database;
        this.sealer = sealer;
        this.purpose = purpose;
        this.query = query;
        this.id = id;
        this.ends = ends;
    }

    /** A file as it came. */
    public static Future<StoredBytes> ofFile(Pool database, Sealer sealer, UUID submissionId) {
        return of(database, sealer, RECEIVED_CHUNKS, RECEIVED_CHUNK, submissionId);
    }

    /** A file as it was judged: of one in another format the 837P that was made of it. */
    public static Future<StoredBytes> ofX12(Pool database, Sealer sealer, UUID submissionId) {
        return of(database, sealer, X12_CHUNKS, X12_CHUNK, submissionId);
    }

    private static Future<StoredBytes> of(Pool database, Sealer sealer, String chunks, String chunk, UUID submissionId) {
        return database.preparedQuery(chunks).execute(Tuple.of(submissionId)).map(rows ->
                new StoredBytes(database, sealer, Sealer.Purpose.FILE, chunk, submissionId, ends(rows)));
    }

    public static Future<StoredBytes> ofAcknowledgement(Pool database, Sealer sealer, long acknowledgementId) {
        return database.preparedQuery(ACKNOWLEDGEMENT_CHUNKS).execute(Tuple.of(acknowledgementId)).map(rows ->
                new StoredBytes(database, sealer, Sealer.Purpose.ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_CHUNK, acknowledgementId,
                        ends(rows)));
    }

    private static long[] ends(RowSet<Row> lengths) {
        List<Long> ends = new ArrayList<>(lengths.size());
        long end = 0;
        for (Row row : lengths) {
            end += row.getInteger(0) - (row.getString(1) == null ? 0 : Sealer.OVERHEAD_BYTES);
            ends.add(end);
        }
        return ends.stream().mapToLong(Long::longValue).toArray();
    }

    public long length() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    /** As many bytes as there are from {@code offset} on, {@code length} at most; none at the end and beyond. */
    public Future<Buffer> read(long offset, int length) {
        return read(offset, length, Buffer.buffer());
    }

    private Future<Buffer> read(long offset, int length, Buffer read) {
        if (length <= 0 || offset < 0 || offset >= length()) {
            return Future.succeededFuture(read);
        }
        int sequence = chunkAt(offset);
        return load(sequence).compose(bytes -> {
            int from = (int) (offset - (sequence == 0 ? 0 : ends[sequence - 1]));
            int taken = Math.min(length, bytes.length() - from);
            read.appendBuffer(bytes, from, taken);
            return read(offset + taken, length - taken, read);
        });
    }

    private int chunkAt(long offset) {
        int low = 0;
        int high = ends.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private Future<Buffer> load(int sequence) {
        if (sequence == inMemory) {
            return Future.succeededFuture(chunk);
        }
        return database.preparedQuery(query).execute(Tuple.of(id, sequence)).map(rows -> {
            inMemory = sequence;
            Row row = rows.iterator().next();
            chunk = sealer.open(purpose, row.getBuffer(0), row.getString(1));
            return chunk;
        });
    }
}
