package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The gateway's PostgreSQL, migrated and with its one connection pool. Keep it in a field as long as it is used. */
public final class Database {
    private static final int PREPARED_STATEMENTS_MAX = 256;

    private final Vertx vertx;
    private final Optional<EmbeddedDatabase> embedded;
    private final PgConnectOptions connectOptions;
    private final Pool pool;
    private final DiskRoom room;

    private Database(Vertx vertx, Optional<EmbeddedDatabase> embedded, PgConnectOptions options,
                     DatabaseSettings settings) {
        this.vertx = vertx;
        this.embedded = embedded;
        this.connectOptions = options;
        this.pool = pool(vertx, options, settings);
        this.room = embedded.isEmpty() ? DiskRoom.UNKNOWN
                : DiskRoom.watched(vertx, settings.dataDirectory(), settings.diskFreeBytesMin());
    }

    /** Starts or finds the server, migrates it and opens the pool; fails with a {@link DatabaseException}. */
    public static Future<Database> open(Vertx vertx, DatabaseSettings settings) {
        return vertx.executeBlocking(() -> opened(vertx, settings), false);
    }

    private static Database opened(Vertx vertx, DatabaseSettings settings) {
        if (settings.url().isPresent()) {
            PgConnectOptions options = given(settings.url().get());
            migrate(options);
            return new Database(vertx, Optional.empty(), options, settings);
        }
        EmbeddedDatabase embedded = EmbeddedDatabase.start(settings.dataDirectory(), settings.port());
        try {
            PgConnectOptions options = embedded.connectOptions(EmbeddedDatabase.USER);
            migrate(options);
            return new Database(vertx, Optional.of(embedded), options, settings);
        } catch (RuntimeException e) {
            embedded.close();
            throw e;
        }
    }

    static PgConnectOptions given(String url) {
        try {
            return PgConnectOptions.fromUri(url);
        } catch (RuntimeException e) {
            throw new DatabaseException("database.url cannot be read, must look like "
                    + "postgresql://user:password@host:5432/database");
        }
    }

    /** Brings the schema up to date. Blocks; several gateways may do it at once, Flyway's lock makes them take turns. */
    static void migrate(PgConnectOptions options) {
        try {
            Flyway.configure().dataSource(jdbcUrl(options), options.getUser(), options.getPassword())
                    .locations("classpath:db/migration").load().migrate();
        } catch (FlywayException e) {
            throw new DatabaseException("database at " + options.getHost() + ":" + options.getPort()
                    + ": cannot be reached or migrated; is it up, does the database exist, are user and password right?", e);
        }
    }

    static String jdbcUrl(PgConnectOptions options) {
        return "jdbc:postgresql://" + options.getHost() + ":" + options.getPort() + "/" + options.getDatabase();
    }

    static Pool pool(Vertx vertx, PgConnectOptions options, DatabaseSettings settings) {
        PgConnectOptions cached = new PgConnectOptions(options)
                // Compiling a statement that is run for a few milliseconds takes a second.
                .addProperty("jit", "off")
                // Plans are made once for a connection, maybe while a table is small or was never counted. All that is looked
                // up here is looked up by a key, and must not be searched for in the whole table when it has grown.
                .addProperty("enable_seqscan", "off")
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(PREPARED_STATEMENTS_MAX);
        PoolOptions limits = new PoolOptions()
                .setMaxSize(settings.poolSize())
                .setMaxWaitQueueSize(settings.waitQueueMax())
                .setConnectionTimeout((int) settings.connectTimeout().toMillis())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        return PgBuilder.pool().with(limits).connectingTo(cached).using(vertx).build();
    }

    public Pool pool() {
        return pool;
    }

    /** Of the embedded server's disk. */
    public DiskRoom room() {
        return room;
    }

    /** How often the embedded server ended by itself and was started again. */
    public int restarts() {
        return embedded.map(EmbeddedDatabase::restarts).orElse(0);
    }

    /** How another connection reaches it, such as one that listens. */
    public PgConnectOptions connectOptions() {
        return new PgConnectOptions(connectOptions);
    }

    /** Whether no other gateway can be at work on it: the embedded server takes one only. */
    public boolean exclusive() {
        return embedded.isPresent();
    }

    /** Where the database is, for a person; without user and password. */
    public String address() {
        return (embedded.isPresent() ? "embedded PostgreSQL at " : "PostgreSQL at ")
                + connectOptions.getHost() + ":" + connectOptions.getPort();
    }

    /** Closes the pool, then stops the embedded server. */
    public Future<Void> close() {
        return pool.close().eventually(() -> vertx.executeBlocking(() -> {
            embedded.ifPresent(EmbeddedDatabase::close);
            return null;
        }, false));
    }
}
