package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Removes the bytes of one month whose files are gone: all at once by TRUNCATE, which locks nothing but that partition, with
 * its line in the audit trail; the empty partition is dropped as soon as nobody is at work on the table. While a file of the month
 * stays, or somebody uses the partition, the bytes of files that are gone are deleted in batches. What a transaction under way
 * has written is seen by neither: TRUNCATE waits for it in vain, DELETE does not find it.
 */
final class ChunkRemoval {
    private static final int ROWS_PER_BATCH = 2000;
    private static final String STILL_REMOVED = "select exists (select 1 from submission s where id >= $2 and id < $3 and "
            + Retention.REMOVABLE + ")";

    private final Pool pool;
    private final Clock clock;

    ChunkRemoval(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Does nothing while another gateway is at it, or still removes files of the month.
     *
     * @param before files received before this go, if they may
     */
    Future<Void> remove(ChunkMonth month, OffsetDateTime before) {
        return pool.preparedQuery(STILL_REMOVED).execute(Tuple.of(before, month.from(), month.to()))
                .compose(rows -> rows.iterator().next().getBoolean(0) ? Future.succeededFuture() : remove(month));
    }

    private Future<Void> remove(ChunkMonth month) {
        return truncate(month)
                .recover(failure -> ChunkMonths.lockNotAvailable(failure) ? Future.succeededFuture(false)
                        : Future.failedFuture(failure))
                .compose(gone -> gone ? Future.succeededFuture() : deleteLeftOver(month))
                .compose(done -> drop(month))
                .recover(failure -> ChunkMonths.lockNotAvailable(failure) || ChunkMonths.tableGone(failure)
                        ? Future.succeededFuture() : Future.failedFuture(failure));
    }

    /** False if a file of the month is there. Asked under the lock: no chunk of the month can come meanwhile. */
    private Future<Boolean> truncate(ChunkMonth month) {
        return hasFiles(pool, month).compose(stays -> stays ? Future.succeededFuture(false)
                : pool.withTransaction(connection -> lock(connection, month.table()).compose(mine -> !mine
                        ? Future.succeededFuture(true)
                        : hasFiles(connection, month).compose(came -> came ? Future.succeededFuture(false)
                                : truncate(connection, month).map(true)))));
    }

    private Future<Void> truncate(SqlConnection connection, ChunkMonth month) {
        return connection.query("select count(distinct submission_id), count(*) from " + month.table()).execute()
                .compose(rows -> {
                    Row row = rows.iterator().next();
                    if (row.getLong(1) == 0) {
                        return Future.succeededFuture();
                    }
                    JsonObject detail = new JsonObject().put("partition", month.table()).put("files", row.getLong(0))
                            .put("chunks", row.getLong(1));
                    return ChunkMonths.run(connection, "truncate " + month.table()).compose(gone -> AuditTrail.add(connection,
                            OffsetDateTime.now(clock), Optional.empty(), "retention", AuditTrail.Action.RETENTION_REMOVED,
                            month.month().toString(), Optional.of(detail)));
                });
    }

    private Future<Void> deleteLeftOver(ChunkMonth month) {
        String sql = "delete from " + month.table() + " where (submission_id, sequence) in (select c.submission_id, c.sequence"
                + " from " + month.table() + " c where not exists (select 1 from submission s where s.id = c.submission_id) limit "
                + ROWS_PER_BATCH + ")";
        return pool.withTransaction(connection -> tryAlone(connection).compose(mine -> !mine ? Future.succeededFuture(0)
                        : connection.query(sql).execute().map(rows -> rows.rowCount())))
                .compose(removed -> removed < ROWS_PER_BATCH ? Future.succeededFuture() : deleteLeftOver(month));
    }

    /** Waits for everyone who reads or writes chunks, and all who come then wait behind it, for a second at most. */
    private Future<Void> drop(ChunkMonth month) {
        return isEmpty(pool, month).compose(empty -> !empty ? Future.succeededFuture()
                : pool.withTransaction(connection -> lock(connection, "submission_chunk").compose(mine -> !mine
                        ? Future.succeededFuture()
                        : isEmpty(connection, month).compose(still -> still
                                ? ChunkMonths.run(connection, "drop table if exists " + month.table())
                                : Future.succeededFuture()))));
    }

    private static Future<Boolean> lock(SqlConnection connection, String table) {
        return tryAlone(connection).compose(mine -> !mine ? Future.succeededFuture(false)
                : ChunkMonths.run(connection, ChunkMonths.LOCK_TIMEOUT)
                        .compose(set -> ChunkMonths.run(connection, "lock table only " + table + " in access exclusive mode"))
                        .map(true));
    }

    private static Future<Boolean> tryAlone(SqlConnection connection) {
        return connection.query("select pg_try_advisory_xact_lock(" + ChunkMonths.ADVISORY_LOCK + ")").execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private static Future<Boolean> hasFiles(SqlClient client, ChunkMonth month) {
        return client.preparedQuery("select exists (select 1 from submission where id >= $1 and id < $2)")
                .execute(Tuple.of(month.from(), month.to())).map(rows -> rows.iterator().next().getBoolean(0));
    }

    private static Future<Boolean> isEmpty(SqlClient client, ChunkMonth month) {
        return client.query("select not exists (select 1 from " + month.table() + ")").execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
