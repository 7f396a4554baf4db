package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Set;
import java.util.UUID;

/**
 * The acknowledgements of a file as they were written, read in pieces: the next only when the last was taken. Between pieces it
 * holds no connection, so that readers who take their time take nothing from others.
 */
public final class AcknowledgementBytes {
    private static final int CHUNKS_PER_READ = 2;
    private static final String CHUNKS = """
            select a.id, c.sequence, c.bytes, c.key_id
            from acknowledgement a join acknowledgement_chunk c on c.acknowledgement_id = a.id
            where a.submission_id = $1 and a.partner_id = $2 and a.kind = any ($3)
                and (a.id > $4 or a.id = $4 and c.sequence > $5) and a.id >= $4
            order by a.id, c.sequence limit $6""";

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
        Promise<Void> done = Promise.promise();
        new Reading(Tuple.of(submissionId, partnerId, kinds.toArray(String[]::new)), taker, done).next(0, -1);
        return done.future();
    }

    /** A loop by callbacks, because a chain of composed futures would grow with the acknowledgements. */
    private final class Reading {
        private final Tuple which;
        private final Taker taker;
        private final Promise<Void> done;

        Reading(Tuple which, Taker taker, Promise<Void> done) {
            this.which = which;
            this.taker = taker;
            this.done = done;
        }

        /** What follows this chunk of this acknowledgement. */
        void next(long id, int sequence) {
            Tuple values = Tuple.of(which.getValue(0), which.getValue(1), which.getValue(2), id, sequence, CHUNKS_PER_READ);
            database.preparedQuery(CHUNKS).execute(values)
                    .compose(rows -> all(rows).map(rows))
                    .onFailure(done::fail)
                    .onSuccess(this::taken);
        }

        private Future<Void> all(RowSet<Row> rows) {
            Future<Void> last = Future.succeededFuture();
            for (Row row : rows) {
                last = last.compose(taken -> taker.take(row.getLong("id"), sealer.open(Sealer.Purpose.ACKNOWLEDGEMENT,
                        row.getBuffer("bytes"), row.getString("key_id"))));
            }
            return last;
        }

        private void taken(RowSet<Row> rows) {
            if (rows.size() < CHUNKS_PER_READ) {
                done.complete();
                return;
            }
            Row last = null;
            for (Row row : rows) {
                last = row;
            }
            next(last.getLong("id"), last.getInteger("sequence"));
        }
    }
}
