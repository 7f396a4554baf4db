package dev.claimgate.store;

import dev.claimgate.codes.CodePack;
import dev.claimgate.codes.CodeTableDirectory;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.CodeTablesBuilder;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Releases of code tables in PostgreSQL. A release is published with all its rows in one transaction and never changed; the
 * newest one is in use. Reading it streams; files are read and tables built on a worker.
 */
public final class CodeReleases {
    /** Rows of one insert or fetch: a few milliseconds of an event loop. */
    private static final int BATCH_ROWS = 4000;

    private final Vertx vertx;
    private final Pool pool;
    private final Clock clock;

    public CodeReleases(Vertx vertx, Pool pool, Clock clock) {
        this.vertx = vertx;
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Publishes the tables of a folder unless the same ones were published before, so that a changed folder becomes a new release
     * and an unchanged one does not displace a later release. Several gateways may do this at once. Fails with a
     * {@link dev.claimgate.codes.CodeTableException} if the folder is faulty.
     *
     * @return whether a release was published by this call
     */
    public Future<Boolean> seed(Path directory) {
        return vertx.executeBlocking(() -> CodeTableDirectory.pack(directory), false)
                .compose(pack -> isPublished(pack).compose(published -> published
                        ? Future.succeededFuture(false)
                        : read(directory).compose(rows -> publish(pack, rows))));
    }

    /** Id of the release in use; empty before the first one. Cheap enough to poll. */
    public Future<Optional<Long>> latestRelease() {
        return pool.query("select max(id) from code_release").execute()
                .map(rows -> Optional.ofNullable(rows.iterator().next().getLong(0)));
    }

    /** Reads a release into memory; fails with a {@link DatabaseException} if there is none of that id. */
    public Future<CodeTables> load(long releaseId) {
        CodeTablesBuilder tables = CodeTables.builder();
        return pool.withTransaction(connection -> requireRelease(connection, releaseId)
                        .compose(found -> readTables(connection, releaseId, new CodeRowReader(tables))))
                .compose(read -> vertx.executeBlocking(tables::build, false));
    }

    private Future<Boolean> isPublished(CodePack pack) {
        return pool.preparedQuery("select 1 from code_release where digest = $1").execute(Tuple.of(pack.digest()))
                .map(rows -> rows.size() > 0);
    }

    /** Loaded once only to be checked: rows that contradict each other must not be published. */
    private Future<CodeRowBuffer> read(Path directory) {
        return vertx.executeBlocking(() -> {
            CodeTableDirectory.load(directory);
            CodeRowBuffer rows = new CodeRowBuffer();
            CodeTableDirectory.read(directory, rows);
            return rows;
        }, false);
    }

    /** Of two gateways that insert the same digest the second waits for the first and then has nothing to do. */
    private Future<Boolean> publish(CodePack pack, CodeRowBuffer rows) {
        return pool.withTransaction(connection -> connection.preparedQuery("""
                insert into code_release (name, source, digest, row_count, effective, ended, published_at)
                values ($1, $2, $3, $4, $5, $6, $7) on conflict (digest) do nothing returning id""")
                .execute(Tuple.tuple().addString(pack.name()).addString(pack.source()).addString(pack.digest())
                        .addInteger(rows.size()).addInteger(pack.effective()).addInteger(pack.ended())
                        .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC)))
                .compose(inserted -> inserted.size() == 0 ? Future.succeededFuture(false)
                        : insert(connection, inserted.iterator().next().getLong(0), rows).map(true)));
    }

    private Future<Void> insert(SqlConnection connection, long releaseId, CodeRowBuffer rows) {
        Future<Void> inserted = Future.succeededFuture();
        for (CodeTable table : CodeTable.values()) {
            inserted = inserted.compose(before -> {
                Promise<Void> done = Promise.promise();
                insertFrom(0, table, connection, releaseId, rows, done);
                return done.future();
            });
        }
        return inserted;
    }

    /** A loop over batches; composed futures would nest as deep as there are batches. */
    private void insertFrom(int first, CodeTable table, SqlConnection connection, long releaseId, CodeRowBuffer rows,
                            Promise<Void> done) {
        if (first >= rows.size(table)) {
            done.complete();
            return;
        }
        vertx.executeBlocking(() -> rows.arrays(releaseId, table, first, BATCH_ROWS), false)
                .compose(arrays -> connection.preparedQuery(table.insert()).execute(arrays))
                .onSuccess(batch -> insertFrom(first + BATCH_ROWS, table, connection, releaseId, rows, done))
                .onFailure(done::fail);
    }

    private Future<Void> requireRelease(SqlConnection connection, long releaseId) {
        return connection.preparedQuery("select 1 from code_release where id = $1").execute(Tuple.of(releaseId))
                .compose(rows -> rows.size() > 0 ? Future.succeededFuture()
                        : Future.failedFuture(new DatabaseException("no code release has the id " + releaseId)));
    }

    private Future<Void> readTables(SqlConnection connection, long releaseId, CodeRowReader reader) {
        Future<Void> read = Future.succeededFuture();
        for (CodeTable table : CodeTable.values()) {
            read = read.compose(before -> connection.prepare(table.select()))
                    .compose(statement -> readTable(statement, releaseId, table, reader).eventually(statement::close));
        }
        return read;
    }

    private Future<Void> readTable(PreparedStatement statement, long releaseId, CodeTable table, CodeRowReader reader) {
        Cursor cursor = statement.cursor(Tuple.of(releaseId));
        Promise<Void> done = Promise.promise();
        readOn(cursor, table, reader, done);
        return done.future().eventually(cursor::close);
    }

    private void readOn(Cursor cursor, CodeTable table, CodeRowReader reader, Promise<Void> done) {
        cursor.read(BATCH_ROWS)
                .compose(batch -> vertx.executeBlocking(() -> build(table, batch, reader), false))
                .onSuccess(built -> {
                    if (cursor.hasMore()) {
                        readOn(cursor, table, reader, done);
                    } else {
                        done.complete();
                    }
                })
                .onFailure(done::fail);
    }

    private static Void build(CodeTable table, RowSet<Row> batch, CodeRowReader reader) {
        batch.forEach(row -> reader.read(table, row));
        return null;
    }
}
