package dev.claimgate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A gateway in a process of its own, with its embedded PostgreSQL in a folder of the test: started, killed and started again
 * on the same data and the same ports.
 */
final class GatewayProcess implements AutoCloseable {
    private static final long START_SECONDS_MAX = 180;
    private static final long END_SECONDS_MAX = 20;
    private static final long LOOK_MILLIS = 5;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final Path config;
    private final Path log;
    private final int port;
    private final int managementPort;
    private final boolean ownDatabase;
    private List<String> jvm = List.of("-Xmx400m", "-XX:TieredStopAtLevel=1");
    private final Map<String, String> environment = new HashMap<>(Map.of("CLAIMGATE_DATABASE_DISK_FREE_BYTES_MIN", "0"));
    private Process process;

    private GatewayProcess(Path folder, Path log, String payers, String database, String sections, String paths)
            throws IOException {
        this.folder = folder;
        this.ownDatabase = !database.contains("url:");
        this.log = log;
        Files.deleteIfExists(log);
        this.port = freePort();
        this.managementPort = freePort();
        Path payersFile = Files.writeString(folder.resolve("payers-" + port + ".yaml"), payers);
        this.config = Files.writeString(folder.resolve("gateway-" + port + ".yaml"), """
                http: {port: %d}
                management: {port: %d}
                database: {%s}
                pipeline: {restMillis: 100}
                paths: {payers: '%s'%s}
                """.formatted(port, managementPort, database, payersFile, paths) + sections);
    }

    /**
     * With a PostgreSQL of its own.
     *
     * @param folder for its data and configuration
     * @param log    where all its starts write, begun anew
     * @param payers text of {@code payers.yaml}
     */
    static GatewayProcess embedded(Path folder, Path log, String payers) throws IOException {
        return embedded(folder, log, payers, "", "");
    }

    /**
     * As {@link #embedded(Path, Path, String)}.
     *
     * @param sections further sections of the configuration, as YAML
     * @param paths    further keys of its {@code paths}, each after a comma
     */
    static GatewayProcess embedded(Path folder, Path log, String payers, String sections, String paths) throws IOException {
        return new GatewayProcess(folder, log, payers, "dataDirectory: '" + folder.resolve("data") + "'", sections, paths);
    }

    /** With a PostgreSQL that the test runs in the folder {@code data} under {@code folder}. */
    static GatewayProcess on(int databasePort, Path folder, Path log, String payers) throws IOException {
        return new GatewayProcess(folder, log, payers, "connectTimeoutMillis: 2000, url: 'postgresql://postgres:"
                + Files.readString(folder.resolve("data").resolve("gateway.password")).strip() + "@127.0.0.1:"
                + databasePort + "/postgres'", "", "");
    }

    /** With these options of the JVM in place of those that make short tests quick. */
    GatewayProcess jvm(String... options) {
        jvm = List.of(options);
        return this;
    }

    /** With another least room on the disk of its database. */
    GatewayProcess diskFreeBytesMin(long bytes) {
        return with("CLAIMGATE_DATABASE_DISK_FREE_BYTES_MIN", bytes);
    }

    /** With this value of a key of the configuration. */
    GatewayProcess with(String variable, long value) {
        environment.put(variable, Long.toString(value));
        return this;
    }

    /** Starts the process and does not wait. */
    void launch() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-Dlogback.configurationFile=" + Path.of("conf/logback.xml").toAbsolutePath(),
                "-cp", System.getProperty("java.class.path"), Claimgate.class.getName(), "serve", "--config",
                config.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        process = builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    }

    /** Starts the process and waits until it is ready. */
    void start() throws IOException {
        launch();
        awaitReady();
    }

    void awaitReady() {
        await("readiness", START_SECONDS_MAX, () -> !failed() && ready());
    }

    /** Always false: if it ended by itself, that is an error. */
    boolean failed() {
        if (!process.isAlive()) {
            throw new AssertionError("the gateway ended by itself:\n" + log());
        }
        return false;
    }

    /** Whether it says so itself. */
    boolean ready() {
        try {
            URI uri = URI.create("http://127.0.0.1:" + managementPort + "/health/ready");
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode() == 200
                    && listens();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private boolean listens() throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(api("/openapi.yaml")).build(), BodyHandlers.discarding())
                .statusCode() == 200;
    }

    /** As {@code kill -9}: no hook runs, no connection is closed in order. Its PostgreSQL is left behind. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Kills the PostgreSQL alone; the gateway goes on. */
    void killDatabase() {
        ProcessHandle server = server(data()).orElseThrow();
        server.destroyForcibly();
        await("the end of PostgreSQL", END_SECONDS_MAX, () -> !server.isAlive());
    }

    /** Kills the PostgreSQL with it, as when the machine loses power. */
    void killWithDatabase() {
        ProcessHandle server = server(data()).orElseThrow();
        kill();
        if (!server.destroyForcibly()) {
            throw new AssertionError("PostgreSQL cannot be killed");
        }
    }

    /** Asks it to stop, as {@code kill -TERM}. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        awaitEnd(END_SECONDS_MAX);
    }

    /** Waits until it has ended, however. */
    void awaitEnd(long secondsMax) {
        try {
            if (!process.waitFor(secondsMax, TimeUnit.SECONDS)) {
                throw new AssertionError("the gateway did not end within " + secondsMax + " s:\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    URI api(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    Path data() {
        return folder.resolve("data");
    }

    /** What the management port answers, 200 or not. */
    String management(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + managementPort + path);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }

    /** The process, as long as it lives. */
    ProcessHandle handle() {
        return process.toHandle();
    }

    /** What all starts so far wrote. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of the database, cells as text; works as long as the PostgreSQL runs, also when it was left behind. */
    List<List<String>> rows(String sql) {
        try (Connection connection = connect(); ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<List<String>> all = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(rows.getString(i));
                }
                all.add(row);
            }
            return all;
        } catch (SQLException | IOException e) {
            throw new AssertionError("the gateway's database does not answer:\n" + log(), e);
        }
    }

    String one(String sql) {
        return rows(sql).get(0).get(0);
    }

    /** Whether a validation is well under way: its transaction writes claims for some time already. */
    boolean writesClaimsOfALargeFile() {
        return !rows("""
                select 1 from pg_stat_activity
                where query like 'insert into claim %' and xact_start < now() - interval '0.3 s'""").isEmpty();
    }

    private Connection connect() throws IOException, SQLException {
        String databasePort = Files.readAllLines(data().resolve("postmaster.pid")).get(3).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres", "postgres",
                Files.readString(data().resolve("gateway.password")).strip());
    }

    /** Ends the process and the embedded PostgreSQL it left behind, whatever became of the test. */
    @Override
    public void close() throws IOException {
        if (process != null) {
            process.destroyForcibly();
            awaitEnd();
        }
        for (Path directory : ownDatabase ? dataDirectories() : List.<Path>of()) {
            Optional<ProcessHandle> server = server(directory);
            if (server.isPresent()) {
                new ProcessBuilder("kill", "-INT", Long.toString(server.get().pid())).start();
                await("the end of PostgreSQL", END_SECONDS_MAX, () -> !server.get().isAlive());
            }
        }
    }

    /** The one in use and those that starts left unfinished. */
    List<Path> dataDirectories() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> each.getFileName().toString().startsWith("data") && Files.isDirectory(each)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server on this very directory. */
    private static Optional<ProcessHandle> server(Path directory) {
        try {
            Path pidFile = directory.resolve("postmaster.pid");
            String pid = Files.exists(pidFile) ? Files.readAllLines(pidFile).get(0).strip() : "";
            return pid.matches("[0-9]+") ? ProcessHandle.of(Long.parseLong(pid)).filter(server ->
                    List.of(server.info().arguments().orElse(new String[0])).contains(directory.toString()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks again and again until it is so. */
    static void await(String what, long secondsMax, BooleanSupplier condition) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(secondsMax);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("no " + what + " within " + secondsMax + " s");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }

    /** Removes a folder and all in it, if it is there. */
    static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
