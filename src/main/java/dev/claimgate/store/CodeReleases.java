package dev.claimgate.store;

import dev.claimgate.codes.CodeRelease;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.Days;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The gateway's side of the code tables in PostgreSQL: publishes the built-in pack, tells which release is in use and reads it.
 * Files are read and tables built on a worker.
 */
public final class CodeReleases {
    private final Vertx vertx;
    private final Pool pool;
    private final PgConnectOptions database;
    private final int pairHistoryYears;
    private final Clock clock;

    /** @param pairHistoryYears NCCI pairs that ended longer ago are not held in memory */
    public CodeReleases(Vertx vertx, Pool pool, PgConnectOptions database, int pairHistoryYears, Clock clock) {
        this.vertx = vertx;
        this.pool = pool;
        this.database = database;
        this.pairHistoryYears = pairHistoryYears;
        this.clock = clock;
    }

    /** A release as it was loaded. */
    public record Loaded(CodeRelease release, CodeTables tables) {
    }

    /**
     * Publishes the built-in pack: see {@link CodePublisher#publishPack}. Fails with a
     * {@link dev.claimgate.codes.CodeTableException} if the folder is faulty.
     */
    public Future<Boolean> seed(Path directory) {
        return vertx.executeBlocking(() -> new CodePublisher(database, clock).publishPack(directory), false);
    }

    /**
     * Number of the newest activation: it changes whenever another release comes into use. Empty before the first one. Cheap
     * enough to poll.
     */
    public Future<Optional<Long>> latestActivation() {
        return pool.query("select max(id) from code_activation").execute()
                .map(rows -> Optional.ofNullable(rows.iterator().next().getLong(0)));
    }

    /** Reads what an activation put in use; fails with a {@link DatabaseException} if there is none of that number. */
    public Future<Loaded> load(long activation) {
        LocalDate today = LocalDate.now(clock);
        int keepPairsFrom = Days.of(today.minusYears(pairHistoryYears));
        return pool.preparedQuery("select release_id from code_activation where id = $1")
                .execute(Tuple.of(activation))
                .compose(rows -> rows.size() > 0 ? Future.succeededFuture(rows.iterator().next().getLong(0))
                        : Future.failedFuture(new DatabaseException("no code release was activated as " + activation)))
                .compose(release -> vertx.executeBlocking(() -> CodeConnection.inTransaction(database, connection ->
                        new Loaded(new CodeCatalog(connection, clock).describe(release),
                                CodeRowReader.load(connection, release, keepPairsFrom))), false));
    }
}
