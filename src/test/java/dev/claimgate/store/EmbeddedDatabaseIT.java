package dev.claimgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
    @TempDir
    static Path parent;
    private Path directory;

    @BeforeEach
    void useDirectoryOfItsOwn(TestInfo test) {
        directory = parent.resolve(test.getDisplayName().replace("()", ""));
    }

    @Test
    void shouldKeepDataFromStartToStart() throws SQLException {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(data(), 0)) {
            query(first, "create table kept as select 42 as answer");
        }
        try (EmbeddedDatabase second = EmbeddedDatabase.start(data(), 0)) {
            assertThat(query(second, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void shouldBeStartedAgainAtItsPlaceWhenItEndsByItself() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data(), 0)) {
            query(database, "create table kept as select 42 as answer");
            DataDirectory.server(data()).orElseThrow().destroyForcibly();
            for (int i = 0; i < 600 && database.restarts() == 0; i++) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(database.restarts()).isEqualTo(1);
            assertThat(query(database, "select answer from kept")).isEqualTo("42");
        }
        assertThat(DataDirectory.server(data())).as("after it was closed").isEmpty();
    }

    @Test
    void shouldCommitToDisk() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data(), 0)) {
            assertThat(query(database, "show fsync")).isEqualTo("on");
            assertThat(query(database, "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void shouldNotLetAnyoneInWithoutThePassword() {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data(), 0)) {
            PgConnectOptions options = database.connectOptions("postgres");
            assertThatThrownBy(() -> DriverManager.getConnection(Database.jdbcUrl(options), options.getUser(), "guess"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("password");
        }
    }

    @Test
    void shouldTellTheOperatorWhenAnotherGatewayHoldsTheData() {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(data(), 0)) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> EmbeddedDatabase.start(data(), 0))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("another gateway uses this data directory")
                    .hasMessageContaining("database.url");
        }
    }

    @Test
    void shouldReplaceTheServerOfAKilledGateway() throws Exception {
        Process killed = startGatewayProcess();
        long serverLeftBehind = Long.parseLong(Files.readAllLines(data().resolve("postmaster.pid")).get(0).strip());
        killed.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(serverLeftBehind)).isPresent();

        try (EmbeddedDatabase next = EmbeddedDatabase.start(data(), 0)) {
            assertThat(query(next, "select 1")).isEqualTo("1");
            assertThat(ProcessHandle.of(serverLeftBehind).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    @Test
    void shouldStartAfterAFirstStartThatWasKilledHalfWay() throws Exception {
        Path unfinished = directory.resolveSibling(directory.getFileName() + ".new");
        Files.createDirectories(unfinished.resolve("base"));
        Files.writeString(unfinished.resolve("postgresql.conf"), "# half");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data(), 0)) {
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void shouldStartWhenTheRecordedProcessIsNowAnotherProgram() throws Exception {
        EmbeddedDatabase.start(data(), 0).close();
        Files.writeString(data().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data() + "\n");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data(), 0)) {
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void shouldLeaveAnotherServerAloneThatHasTheRecordedNumberNow() throws Exception {
        EmbeddedDatabase.start(data(), 0).close();
        Path elsewhere = directory.resolveSibling("elsewhere");
        try (EmbeddedDatabase other = EmbeddedDatabase.start(elsewhere, 0)) {
            String number = Files.readAllLines(elsewhere.resolve("postmaster.pid")).get(0);
            Files.writeString(data().resolve("postmaster.pid"), number + "\n" + data() + "\n");
            try (EmbeddedDatabase database = EmbeddedDatabase.start(data(), 0)) {
                assertThat(query(database, "select 1")).isEqualTo("1");
                assertThat(query(other, "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void shouldNotTouchADirectoryThatHoldsSomethingElse() throws Exception {
        Files.createDirectories(data());
        Files.writeString(data().resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> EmbeddedDatabase.start(data(), 0))
                .isInstanceOf(DatabaseException.class).hasMessageContaining("name an empty or a new directory");
        assertThat(data().resolve("thesis.txt")).hasContent("years of work");
    }

    private Path data() {
        return directory;
    }

    private Process startGatewayProcess() throws IOException, InterruptedException {
        Files.createDirectories(parent);
        Path ready = directory.resolveSibling("ready");
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
                "-cp", System.getProperty("java.class.path"), HeldDatabase.class.getName(), data().toString(),
                ready.toString()).redirectErrorStream(true).redirectOutput(directory.resolveSibling("out").toFile()).start();
        for (int i = 0; i < 600 && !Files.exists(ready); i++) {
            assertThat(process.waitFor(100, TimeUnit.MILLISECONDS)).as("the gateway process ended early").isFalse();
        }
        assertThat(ready).exists();
        return process;
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        PgConnectOptions options = database.connectOptions("postgres");
        try (Connection connection = DriverManager.getConnection(Database.jdbcUrl(options), options.getUser(),
                options.getPassword()); Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            ResultSet rows = statement.getResultSet();
            rows.next();
            return rows.getString(1);
        }
    }

    /** A process that holds an embedded database until it is killed. */
    static final class HeldDatabase {
        public static void main(String[] args) throws Exception {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]), 0);
            Files.writeString(Path.of(args[1]), Integer.toString(database.port()));
            Thread.currentThread().join();
        }
    }
}
