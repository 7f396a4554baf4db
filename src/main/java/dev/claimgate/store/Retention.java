package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Removes what was received in months that are over for long enough. First the rows of files, claims and acknowledgements, in
 * batches of files, each with its line in the audit trail in one transaction; then the bytes of the files, by far the most,
 * whole months at once by partition ({@link ChunkRemoval}). In this order no file is ever there without its bytes, and a run that was
 * broken off is finished by the next. A file whose verdict or whose forwarding is still to come stays.
 *
 * <p>The other tables are not partitioned: claims and acknowledgements are found by their number from everywhere, claim_status
 * refers to claims by it, and PostgreSQL wants the month in every key of a table that is partitioned by it.
 */
public final class Retention {
    private static final int FILES_PER_BATCH = 200;
    /** What must hold of a file, $1 being the first instant that is kept. */
    static final String REMOVABLE = """
            received_at < $1 and state <> 'RECEIVED'
              and not exists (select 1 from claim c left join outbound_interchange o on o.id = c.outbound_id
                              where c.submission_id = s.id and claim_state(c.state, o.state) in ('WAITING', 'QUEUED'))
            """;
    private static final String PICK = "select id, received_at from submission s where " + REMOVABLE
            + "order by received_at limit $2 for update skip locked";
    private static final String DELETE_CHUNKS = "delete from submission_chunk where submission_id = any ($1)";
    private static final List<String> DELETE = List.of(
            "delete from claim_status where claim_id in (select id from claim where submission_id = any ($1))",
            "delete from claim where submission_id = any ($1)",
            "delete from transmission_seen where submission_id = any ($1)",
            "delete from interchange_seen where submission_id = any ($1)",
            "delete from interchange where submission_id = any ($1)",
            "delete from acknowledgement_chunk where acknowledgement_id in"
                    + " (select id from acknowledgement where submission_id = any ($1))",
            "delete from acknowledgement where submission_id = any ($1)",
            "delete from submission_original where submission_id = any ($1)",
            "delete from folder_file where submission_id = any ($1)",
            "delete from webhook_call where submission_id = any ($1)",
            "delete from submission where id = any ($1)");
    private static final List<String> DELETE_LEFT_OVER = List.of(
            "delete from request_key where created_at < $1",
            "delete from webhook_call where created_at < $1 and alert is not null and state <> 'READY'",
            "delete from outbound_interchange o where created_at < $1 and state <> 'READY'"
                    + " and not exists (select 1 from claim c where c.id = any(o.claim_ids))",
            // Of a claim that was removed just when its answer came.
            "delete from claim_status s using payer_reply r where r.id = s.payer_reply_id and r.received_at < $1"
                    + " and not exists (select 1 from claim c where c.id = s.claim_id)",
            "delete from payer_reply r where received_at < $1 and state <> 'RECEIVED'"
                    + " and not exists (select 1 from claim_status s where s.payer_reply_id = r.id)"
                    + " and not exists (select 1 from outbound_status s where s.payer_reply_id = r.id)");

    private final Pool pool;
    private final Clock clock;
    private final ChunkRemoval chunks;

    public Retention(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
        this.chunks = new ChunkRemoval(pool, clock);
    }

    /**
     * Removes one batch of what was received before a month; after the last batch, the bytes.
     *
     * @return how many files were removed; 0 when there is none left
     */
    public Future<Integer> removeBefore(YearMonth first) {
        OffsetDateTime before = first.atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
        return removeFiles(first, before).compose(files -> files > 0 ? Future.succeededFuture(files)
                : removeBytes(first, before).map(0));
    }

    private Future<Integer> removeFiles(YearMonth first, OffsetDateTime before) {
        return pool.withTransaction(connection -> connection.preparedQuery(PICK)
                .execute(Tuple.of(before, FILES_PER_BATCH)).compose(rows -> {
                    List<UUID> files = new ArrayList<>();
                    List<String> months = new ArrayList<>();
                    for (Row row : rows) {
                        files.add(row.getUUID(0));
                        months.add(YearMonth.from(row.getOffsetDateTime(1).withOffsetSameInstant(ZoneOffset.UTC)).toString());
                    }
                    return files.isEmpty() ? removeLeftOver(connection, before).map(0)
                            : remove(connection, files).compose(removed -> removeChunks(connection, first, files))
                                    .compose(removed -> audit(connection, months)).map(files.size());
                }));
    }

    private static Future<Void> remove(SqlConnection connection, List<UUID> files) {
        Future<Void> done = Future.succeededFuture();
        for (String sql : DELETE) {
            done = done.compose(v -> connection.preparedQuery(sql)
                    .execute(Tuple.tuple().addArrayOfUUID(files.toArray(UUID[]::new))).mapEmpty());
        }
        return done;
    }

    /** Those that do not lie in a partition which goes as a whole. */
    private static Future<Void> removeChunks(SqlConnection connection, YearMonth first, List<UUID> files) {
        return ChunkMonths.before(connection, first).compose(months -> {
            UUID[] others = files.stream().filter(id -> !months.contains(new ChunkMonth(SubmissionIds.month(id))))
                    .toArray(UUID[]::new);
            return others.length == 0 ? Future.succeededFuture()
                    : connection.preparedQuery(DELETE_CHUNKS).execute(Tuple.tuple().addArrayOfUUID(others)).mapEmpty();
        });
    }

    private Future<Void> removeBytes(YearMonth first, OffsetDateTime before) {
        return ChunkMonths.before(pool, first).compose(months -> {
            Future<Void> done = Future.succeededFuture();
            for (ChunkMonth month : months) {
                done = done.compose(removed -> chunks.remove(month, before));
            }
            return done;
        });
    }

    /** What no file needs any more: what was sent to payers, what they answered, idempotency keys. */
    private static Future<Void> removeLeftOver(SqlConnection connection, OffsetDateTime before) {
        Future<Void> done = Future.succeededFuture();
        for (String sql : DELETE_LEFT_OVER) {
            done = done.compose(v -> connection.preparedQuery(sql).execute(Tuple.of(before)).mapEmpty());
        }
        return done;
    }

    /** A batch begins in the oldest month and may end in a later one. */
    private Future<Void> audit(SqlConnection connection, List<String> months) {
        JsonObject detail = new JsonObject().put("files", months.size()).put("from", months.get(0))
                .put("to", months.get(months.size() - 1));
        return AuditTrail.add(connection, OffsetDateTime.now(clock), Optional.empty(), "retention",
                AuditTrail.Action.RETENTION_REMOVED, months.get(0), Optional.of(detail));
    }
}
