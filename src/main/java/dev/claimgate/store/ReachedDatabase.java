package dev.claimgate.store;

import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The gateway's database for a command that runs beside it or instead of it: the given PostgreSQL; else the embedded one of a
 * gateway that is running; else the embedded one, started for as long as this is open. Migrated. Blocks.
 */
public final class ReachedDatabase implements AutoCloseable {
    private static final int PORT_LINE = 3;

    private final PgConnectOptions options;
    private final Optional<EmbeddedDatabase> started;

    private ReachedDatabase(PgConnectOptions options, Optional<EmbeddedDatabase> started) {
        this.options = options;
        this.started = started;
    }

    /** @throws DatabaseException if it cannot be reached, started or migrated */
    public static ReachedDatabase open(DatabaseSettings settings) {
        ReachedDatabase reached = reach(settings);
        try {
            Database.migrate(reached.options);
            return reached;
        } catch (RuntimeException e) {
            reached.close();
            throw e;
        }
    }

    private static ReachedDatabase reach(DatabaseSettings settings) {
        if (settings.url().isPresent()) {
            return new ReachedDatabase(Database.given(settings.url().get()), Optional.empty());
        }
        Path directory = settings.dataDirectory();
        if (DataDirectory.isHeld(directory)) {
            return new ReachedDatabase(running(directory), Optional.empty());
        }
        EmbeddedDatabase database = EmbeddedDatabase.start(directory, settings.port());
        return new ReachedDatabase(database.connectOptions(EmbeddedDatabase.USER), Optional.of(database));
    }

    /** PostgreSQL tells its port in the fourth line of its process file. */
    private static PgConnectOptions running(Path directory) {
        try {
            List<String> process = Files.readAllLines(directory.resolve("postmaster.pid"));
            return new PgConnectOptions().setHost("127.0.0.1").setPort(Integer.parseInt(process.get(PORT_LINE).strip()))
                    .setDatabase(EmbeddedDatabase.USER).setUser(EmbeddedDatabase.USER)
                    .setPassword(EmbeddedDatabase.password(directory));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new DatabaseException(directory + ": a gateway uses this data directory but its database does not run yet; "
                    + "try again when the gateway says ready", e);
        }
    }

    public PgConnectOptions options() {
        return options;
    }

    /** Stops the database if it was started for this. */
    @Override
    public void close() {
        started.ifPresent(EmbeddedDatabase::close);
    }
}
