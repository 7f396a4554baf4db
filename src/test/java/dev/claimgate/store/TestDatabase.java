package dev.claimgate.store;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real, migrated, empty database for each test class, on one embedded server for the whole test run:
 * {@code @RegisterExtension static final TestDatabase database = new TestDatabase();}
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {
    private static final Path DIRECTORY = Path.of("target", "test-postgres", "data");
    private static final String TEMPLATE = "template_claimgate";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private String name;

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException {
        name = "test_" + NUMBER.incrementAndGet();
        execute(EmbeddedDatabase.USER, "drop database if exists " + name + " with (force)",
                "create database " + name + " template " + TEMPLATE);
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        execute(EmbeddedDatabase.USER, "drop database " + name + " with (force)");
    }

    public PgConnectOptions connectOptions() {
        return Server.RUNNING.connectOptions(name);
    }

    /** A pool as the gateway makes it; the caller keeps it in a field and closes it. */
    public Pool pool(Vertx vertx) {
        return Database.pool(vertx, connectOptions(), settings());
    }

    /** Settings that let {@link Database#open} use this database. */
    public DatabaseSettings settings() {
        PgConnectOptions options = connectOptions();
        String url = "postgresql://" + options.getUser() + ":" + options.getPassword() + "@" + options.getHost() + ":"
                + options.getPort() + "/" + name;
        return new DatabaseSettings(Optional.of(url), DIRECTORY, 0, 16, 100, Duration.ofSeconds(5), 0);
    }

    public String jdbcUrl() {
        return Database.jdbcUrl(connectOptions());
    }

    /** A JDBC connection, for tests that set up or look at rows. */
    public Connection connect() throws SQLException {
        return connect(name);
    }

    /** Empties every table, those too that triggers keep from it. */
    public void clear() throws SQLException {
        execute(name, """
                do $$ begin
                perform set_config('session_replication_role', 'replica', true);
                execute (select 'truncate ' || string_agg(quote_ident(tablename), ', ') || ' cascade'
                from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'); end $$""");
    }

    /** Ends every other connection to this database, as a crash of the gateway or the network would. */
    public void dropConnections() throws SQLException {
        execute(EmbeddedDatabase.USER,
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    private static Connection connect(String database) throws SQLException {
        PgConnectOptions options = Server.RUNNING.connectOptions(database);
        return DriverManager.getConnection(Database.jdbcUrl(options), options.getUser(), options.getPassword());
    }

    private static void execute(String database, String... statements) throws SQLException {
        try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Started at first use, stopped when the test JVM ends; its data directory is used again by the next run. */
    private static final class Server {
        static final EmbeddedDatabase RUNNING = start();

        private static EmbeddedDatabase start() {
            EmbeddedDatabase server = EmbeddedDatabase.start(DIRECTORY, 0, Map.of("fsync", "off",
                    "shared_preload_libraries", "pg_stat_statements"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-test-database"));
            makeTemplate(server);
            return server;
        }

        private static void makeTemplate(EmbeddedDatabase server) {
            PgConnectOptions options = server.connectOptions(EmbeddedDatabase.USER);
            try (Connection connection = DriverManager.getConnection(Database.jdbcUrl(options), options.getUser(),
                    options.getPassword()); Statement statement = connection.createStatement()) {
                statement.execute("drop database if exists " + TEMPLATE);
                statement.execute("create database " + TEMPLATE);
            } catch (SQLException e) {
                throw new IllegalStateException("cannot make the template database", e);
            }
            Database.migrate(server.connectOptions(TEMPLATE));
        }
    }
}
