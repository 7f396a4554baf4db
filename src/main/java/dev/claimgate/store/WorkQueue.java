package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * Received files that wait for their verdict. The lock on a file is the lock on its row, held by the transaction that will
 * write the verdict: when a gateway dies, the database lets go of it and the next one starts afresh. Any number of gateways
 * may take from one queue.
 */
public final class WorkQueue {
    /** After the partner whose turn was last comes the next one by id who has a file waiting, and after the last the first. */
    private static final String PICK = """
            update submission set attempts = attempts + 1,
                state = case when attempts >= $1 then 'FAILED' else state end,
                summary = case when attempts >= $1 then $3::jsonb else summary end
            where id = coalesce(
                (select id from submission
                 where state = 'RECEIVED' and partner_id > $4 and byte_count <= $5 and id <> all ($2)
                 order by partner_id, received_at limit 1 for update skip locked),
                (select id from submission
                 where state = 'RECEIVED' and partner_id <= $4 and byte_count <= $5 and id <> all ($2)
                 order by partner_id, received_at limit 1 for update skip locked))
            returning id, state, partner_id, byte_count""";
    private static final String GIVE_BACK = """
            update submission set attempts = attempts - 1
            where id in (select id from submission where id = any ($1) and state = 'RECEIVED' and attempts > 0
                         for update skip locked)""";
    private static final String LOCK = """
            select partner_id, received_at, byte_count from submission
            where id = $1 and state = 'RECEIVED' for update skip locked""";

    private static final String LOCK_TIMEOUT = "set local lock_timeout = '30s'";

    private final Pool pool;
    private final Sealer sealer;
    private final DiskRoom room;
    private volatile PatientKeys patients;

    /** Without encryption. */
    public WorkQueue(Pool pool) {
        this(pool, Sealer.NONE);
    }

    /** Whatever room the disk has. */
    public WorkQueue(Pool pool, Sealer sealer) {
        this(pool, sealer, DiskRoom.UNKNOWN);
    }

    /** @param room where there is too little, no file is picked: its verdict might not find room, through no fault of its own */
    public WorkQueue(Pool pool, Sealer sealer, DiskRoom room) {
        this.pool = pool;
        this.sealer = sealer;
        this.room = room;
    }

    /** A file that may be worked on next, or one that was just set aside because it broke off too often. */
    public record Candidate(UUID id, SubmissionState state, String partnerId, long byteCount) {
    }

    /**
     * What may be picked.
     *
     * @param except   files to leave alone: being worked on here, or resting after a failure
     * @param after    the partner whose file was picked last; empty before the first
     * @param bytesMax no larger file
     */
    public record Choice(Collection<UUID> except, String after, long bytesMax) {
    }

    /**
     * Picks a file and counts the attempt, so that the count survives a crash. Partners take turns, so that whoever sends a
     * thousand files at once holds up only himself; of one partner, the oldest file is first.
     *
     * @param attemptsMax a file picked more often than this is set aside as FAILED
     */
    public Future<Optional<Candidate>> pick(int attemptsMax, Choice choice) {
        if (!room.enough()) {
            return Future.succeededFuture(Optional.empty());
        }
        JsonObject failure = new JsonObject().put("failure", "validation broke off " + attemptsMax
                + " times; the file is kept; when the cause is removed, set its state back to RECEIVED"
                + " and its attempts to 0");
        Tuple values = Tuple.tuple().addInteger(attemptsMax).addArrayOfUUID(choice.except().toArray(UUID[]::new))
                .addValue(failure).addString(choice.after()).addLong(choice.bytesMax());
        return pool.preparedQuery(PICK).execute(values).map(WorkQueue::candidate);
    }

    /** Takes back one counted attempt of each file, unless it is being worked on or done. */
    public Future<Void> giveBack(Collection<UUID> files) {
        return pool.preparedQuery(GIVE_BACK).execute(Tuple.tuple().addArrayOfUUID(files.toArray(UUID[]::new))).mapEmpty();
    }

    private static Optional<Candidate> candidate(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(new Candidate(row.getUUID(0), SubmissionState.valueOf(row.getString(1)),
                    row.getString(2), row.getLong(3)));
        }
        return Optional.empty();
    }

    /** Opens the transaction that will hold the verdict; empty if another worker has the file or it is done. */
    public Future<Optional<SubmissionWork>> lock(UUID id) {
        return patients().compose(keys -> pool.getConnection().compose(connection -> connection.begin()
                .compose(transaction -> lock(connection, transaction, id, keys))
                .onFailure(failure -> connection.close())));
    }

    private Future<PatientKeys> patients() {
        return patients != null ? Future.succeededFuture(patients)
                : PatientKeys.read(pool, sealer).onSuccess(read -> patients = read);
    }

    private Future<Optional<SubmissionWork>> lock(SqlConnection connection, Transaction transaction, UUID id,
                                                  PatientKeys keys) {
        return connection.query(LOCK_TIMEOUT).execute()
                .compose(set -> connection.preparedQuery(LOCK).execute(Tuple.of(id)))
                .compose(rows -> {
                    for (Row row : rows) {
                        return Future.succeededFuture(Optional.of(new SubmissionWork(connection, transaction, id,
                                row.getString(0), row.getOffsetDateTime(1).withOffsetSameInstant(ZoneOffset.UTC)
                                        .toInstant(), row.getLong(2), sealer, keys)));
                    }
                    return transaction.rollback().eventually(connection::close).map(Optional.empty());
                });
    }
}
