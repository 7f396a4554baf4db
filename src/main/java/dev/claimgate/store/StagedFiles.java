package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What lies in the partners' inboxes: files under temporary names, each seen by its owner only, until he renames them. */
public final class StagedFiles {
    private static final String LIST = """
            select id, file_name, byte_count, received_at from submission
            where partner_id = $1 and state = 'STAGED' and ($2::text is null or file_name = $2)
            order by file_name limit $3""";
    private static final String REMOVE = """
            with gone as (delete from submission where partner_id = $1 and state = 'STAGED' and file_name = $2 returning id),
                bytes as (delete from submission_chunk where submission_id in (select id from gone))
            select id from gone""";
    private static final String RENAME = """
            update submission set file_name = $3 where partner_id = $1 and state = 'STAGED' and file_name = $2
                and not exists (select 1 from submission where partner_id = $1 and state = 'STAGED' and file_name = $3)""";
    private static final String RECEIVE = """
            update submission set file_name = $3, state = 'RECEIVED', received_at = $4
            where partner_id = $1 and state = 'STAGED' and file_name = $2 returning id""";
    private static final String IN_INBOX = """
            select count(*), coalesce(sum(byte_count), 0)::bigint from submission
            where partner_id = $1 and state = 'STAGED'""";
    private static final String RECEIVED_SINCE = """
            select count(*), coalesce(sum(byte_count), 0)::bigint from submission
            where partner_id = $1 and file_name is not null and state <> 'STAGED' and received_at > $2""";

    private final SqlClient database;
    private final Clock clock;

    /** How many files of how many bytes together. */
    public record Usage(long files, long bytes) {
    }

    public StagedFiles(Pool database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** In the order of their names, {@code max} at most. */
    public Future<List<StagedFile>> list(String partnerId, int max) {
        return query(partnerId, null, max);
    }

    public Future<Optional<StagedFile>> find(String partnerId, String name) {
        return query(partnerId, name, 1).map(files -> files.stream().findFirst());
    }

    private Future<List<StagedFile>> query(String partnerId, String name, int max) {
        return database.preparedQuery(LIST).execute(Tuple.of(partnerId, name, max)).map(rows -> {
            List<StagedFile> files = new ArrayList<>(rows.size());
            for (Row row : rows) {
                files.add(new StagedFile(row.getUUID("id"), row.getString("file_name"), row.getLong("byte_count"),
                        row.getOffsetDateTime("received_at").toInstant()));
            }
            return files;
        });
    }

    /** False if there is no such file. */
    public Future<Boolean> remove(String partnerId, String name) {
        return remove(database, partnerId, name);
    }

    static Future<Boolean> remove(SqlClient database, String partnerId, String name) {
        return database.preparedQuery(REMOVE).execute(Tuple.of(partnerId, name)).map(rows -> rows.size() > 0);
    }

    /** From one temporary name to another; false if there is no such file, or already one of the new name. */
    public Future<Boolean> rename(String partnerId, String from, String to) {
        return database.preparedQuery(RENAME).execute(Tuple.of(partnerId, from, to)).map(rows -> rows.rowCount() == 1);
    }

    /** The file has its final name now and counts as received; empty if there is no such file. */
    public Future<Optional<UUID>> receive(String partnerId, String from, String to) {
        return database.preparedQuery(RECEIVE)
                .execute(Tuple.of(partnerId, from, to, clock.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(row.getUUID(0));
                    }
                    return Optional.empty();
                });
    }

    /** What lies in the inbox of a partner. */
    public Future<Usage> inInbox(String partnerId) {
        return database.preparedQuery(IN_INBOX).execute(Tuple.of(partnerId)).map(StagedFiles::usage);
    }

    /** What came from a partner under a name since then. */
    public Future<Usage> receivedSince(String partnerId, Instant since) {
        return database.preparedQuery(RECEIVED_SINCE).execute(Tuple.of(partnerId, since.atOffset(ZoneOffset.UTC)))
                .map(StagedFiles::usage);
    }

    private static Usage usage(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        return new Usage(row.getLong(0), row.getLong(1));
    }
}
