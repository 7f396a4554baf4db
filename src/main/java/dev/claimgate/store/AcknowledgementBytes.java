package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Iterator;
import java.util.Set;
import java.util.UUID;

/** The acknowledgements of a file as they were written, read in pieces: the next only when the last was taken. */
public final class AcknowledgementBytes {
    private static final int CHUNKS_PER_FETCH = 4;
    private static final String CHUNKS = """
            select a.id, c.bytes, c.key_id from acknowledgement a join acknowledgement_chunk c on c.acknowledgement_id = a.id
            where a.submission_id = $1 and a.partner_id = $2 and a.kind = any ($3)
            order by a.id, c.sequence""";

    private final Pool database;
    private final Sealer sealer;

    /** Takes pieces in order; the next comes when its future is done. */
    @FunctionalInterface
    public interface Taker {
        Future<Void> take(long acknowledgementId, Buffer piece);
    }

    /** Without encryption. */
    public AcknowledgementBytes(Pool database) {
        this(database, Sealer.NONE);
    }

    public AcknowledgementBytes(Pool database, Sealer sealer) {
        this.database = database;
        this.sealer = sealer;
    }

    /**
     * Hands over all acknowledgements of a file, in the order they were written.
     *
     * @param kinds of TA1, 999 and 277CA, those to hand over
     */
    public Future<Void> read(String partnerId, UUID submissionId, Set<String> kinds, Taker taker) {
        Tuple parameters = Tuple.of(submissionId, partnerId, kinds.toArray(String[]::new));
        return database.withTransaction(connection -> read(connection, parameters, taker));
    }

    private Future<Void> read(SqlConnection connection, Tuple parameters, Taker taker) {
        return connection.prepare(CHUNKS).compose(statement -> {
            Cursor cursor = statement.cursor(parameters);
            Promise<Void> done = Promise.promise();
            fetch(cursor, taker, done);
            return done.future().eventually(cursor::close).eventually(statement::close);
        });
    }

    private void fetch(Cursor cursor, Taker taker, Promise<Void> done) {
        cursor.read(CHUNKS_PER_FETCH).compose(rows -> all(rows, taker)).onComplete(taken -> {
            if (taken.failed()) {
                done.fail(taken.cause());
            } else if (cursor.hasMore()) {
                fetch(cursor, taker, done);
            } else {
                done.complete();
            }
        });
    }

    private Future<Void> all(RowSet<Row> rows, Taker taker) {
        Future<Void> last = Future.succeededFuture();
        for (Iterator<Row> each = rows.iterator(); each.hasNext();) {
            Row row = each.next();
            last = last.compose(taken -> taker.take(row.getLong("id"), sealer.open(Sealer.Purpose.ACKNOWLEDGEMENT,
                    row.getBuffer("bytes"), row.getString("key_id"))));
        }
        return last;
    }
}
