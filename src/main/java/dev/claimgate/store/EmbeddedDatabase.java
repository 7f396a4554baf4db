package dev.claimgate.store;

import io.vertx.pgclient.PgConnectOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL of our own as a child process, for a gateway that was given none. Its data stays from start to start, and a
 * commit is on disk before it is answered. Listens on the loopback interface only, with a password made at the first start
 * and kept in the data directory. Runs under an ordinary user, and under root where Linux user namespaces are allowed.
 * If the server ends by itself (killed by the machine, or its disk full) it is started again on the same port, with pauses that
 * grow. All methods block.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    static final String USER = "postgres";
    private static final String PASSWORD_FILE = "gateway.password";
    private static final Duration START_MAX = Duration.ofSeconds(60);

    /** Beside the usual: durable commits, no element values in its log, no socket in a shared directory. */
    private static final Map<String, String> SERVER = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", Integer.toString(DatabaseSettings.POOL_SIZE_MAX + 20)),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", "''"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("logging_collector", "on"),
            Map.entry("log_directory", "log"),
            Map.entry("log_filename", "postgres-%a.log"),
            Map.entry("log_truncate_on_rotation", "on"));

    private final DataDirectory directory;
    private final String password;
    private final Map<String, String> settings;
    private final int port;
    private final ServerWatch watch;
    private EmbeddedPostgres server;
    private boolean closed;

    private EmbeddedDatabase(DataDirectory directory, EmbeddedPostgres server, String password, Map<String, String> settings) {
        this.directory = directory;
        this.server = server;
        this.password = password;
        this.settings = settings;
        this.port = server.getPort();
        this.watch = new ServerWatch(directory.path(), this::startAgain);
    }

    /**
     * Starts the server, making its data directory at the first start.
     *
     * @param dataDirectory its data; beside it stand a lock file and the unpacked programs
     * @param port          0 for any free one
     * @throws DatabaseException if another gateway holds the directory or the server does not start
     */
    public static EmbeddedDatabase start(Path dataDirectory, int port) {
        return start(dataDirectory, port, Map.of());
    }

    static EmbeddedDatabase start(Path dataDirectory, int port, Map<String, String> settings) {
        try {
            DataDirectory directory = DataDirectory.hold(dataDirectory);
            try {
                return start(directory, port, settings);
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        } catch (DatabaseException e) {
            throw e;
        } catch (AccessDeniedException e) {
            throw new DatabaseException(dataDirectory + ": this user may not write " + e.getFile() + "; run the gateway as the "
                    + "user who owns it, or name another database.dataDirectory", e);
        } catch (IOException | RuntimeException e) {
            throw new DatabaseException(dataDirectory + ": the embedded PostgreSQL does not start (its log is in "
                    + dataDirectory + "/log); as root it needs Linux user namespaces: run the gateway as an ordinary user, or "
                    + "name a PostgreSQL in database.url", e);
        }
    }

    private static EmbeddedDatabase start(DataDirectory directory, int port, Map<String, String> settings)
            throws IOException {
        DataDirectory.stopLeftOver(directory.path());
        if (!Files.exists(directory.path().resolve(PASSWORD_FILE))) {
            create(directory);
        }
        String password = password(directory.path());
        EmbeddedPostgres server = server(directory, password, settings, port);
        directory.closeProgramsToOthers();
        EmbeddedDatabase database = new EmbeddedDatabase(directory, server, password, settings);
        database.watch.begin();
        return database;
    }

    private static EmbeddedPostgres server(DataDirectory directory, String password, Map<String, String> settings, int port)
            throws IOException {
        EmbeddedPostgres.Builder builder = builder(directory, directory.path(), password).setPort(port);
        settings.forEach(builder::setServerConfig);
        return builder.start();
    }

    /** False if it is closed meanwhile. */
    private synchronized boolean startAgain() throws IOException {
        if (!closed) {
            server.close();
            DataDirectory.stopLeftOver(directory.path());
            server = server(directory, password, settings, port);
        }
        return !closed;
    }

    /** How often the server ended by itself and was started again. */
    int restarts() {
        return watch.restarts();
    }

    static String password(Path dataDirectory) throws IOException {
        return Files.readString(dataDirectory.resolve(PASSWORD_FILE)).strip();
    }

    /** Makes the data directory under another name and renames it when it is complete. */
    private static void create(DataDirectory directory) throws IOException {
        requireAbsentOrEmpty(directory.path());
        directory.deleteUnfinished();
        Path unfinished = directory.unfinished();
        Path passwordFile = unfinished.resolveSibling(unfinished.getFileName() + ".password");
        String password = newPassword(passwordFile);
        builder(directory, unfinished, password)
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setLocaleConfig("locale", "C")
                .start()
                .close();
        Files.move(passwordFile, unfinished.resolve(PASSWORD_FILE));
        Files.deleteIfExists(directory.path());
        Files.move(unfinished, directory.path());
    }

    private static void requireAbsentOrEmpty(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> content = Files.list(path)) {
            if (content.findAny().isPresent()) {
                throw new DatabaseException(path + ": holds files but no database made by a gateway (" + PASSWORD_FILE
                        + " is missing); name an empty or a new directory");
            }
        }
    }

    private static String newPassword(Path file) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password);
        return password;
    }

    private static EmbeddedPostgres.Builder builder(DataDirectory directory, Path data, String password)
            throws IOException {
        Files.createDirectories(directory.programs());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(directory.programs().toFile())
                .setPGStartupWait(START_MAX)
                .setConnectConfig("password", password);
        SERVER.forEach(builder::setServerConfig);
        return builder;
    }

    public int port() {
        return port;
    }

    /** How vertx-pg-client reaches the database {@code name}; {@code postgres} is always there. */
    public PgConnectOptions connectOptions(String name) {
        return new PgConnectOptions().setHost("127.0.0.1").setPort(port())
                .setDatabase(name).setUser(USER).setPassword(password);
    }

    /** Stops the server in an orderly way and lets the data directory go. */
    @Override
    public synchronized void close() {
        closed = true;
        watch.end();
        try (directory) {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
