package dev.claimgate.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the database is and how many connections to it are kept.
 *
 * @param url            {@code postgresql://user:password@host:port/database}; empty means the embedded PostgreSQL
 * @param dataDirectory  where the embedded PostgreSQL keeps its data from start to start; unused with a {@code url}
 * @param port           port of the embedded PostgreSQL on the loopback interface, 0 for any free one
 * @param poolSize       most connections, 2 to 500; every upload and every validation under way holds one
 * @param waitQueueMax   most requests that wait for a connection, 1 to 100,000; beyond it they fail at once
 * @param connectTimeout longest wait for a connection, at least 100 ms
 * @param diskFreeBytesMin with less room on the disk of {@code dataDirectory} nothing is taken in; unused with a {@code url}
 */
public record DatabaseSettings(Optional<String> url, Path dataDirectory, int port, int poolSize, int waitQueueMax,
                               Duration connectTimeout, long diskFreeBytesMin) {
    static final int POOL_SIZE_MAX = 500;

    public DatabaseSettings {
        check(port >= 0 && port <= 65_535, "port is " + port + ", must be 0..65535");
        check(poolSize >= 2 && poolSize <= POOL_SIZE_MAX, "poolSize is " + poolSize + ", must be 2.." + POOL_SIZE_MAX);
        check(waitQueueMax >= 1 && waitQueueMax <= 100_000,
                "waitQueueMax is " + waitQueueMax + ", must be 1..100000");
        check(connectTimeout.toMillis() >= 100, "connectTimeout is " + connectTimeout + ", must be at least PT0.1S");
        check(diskFreeBytesMin >= 0, "diskFreeBytesMin is " + diskFreeBytesMin + ", must be 0 or more");
    }

    /** The embedded PostgreSQL under {@code dataDirectory} with the usual limits. */
    public static DatabaseSettings embedded(Path dataDirectory) {
        return new DatabaseSettings(Optional.empty(), dataDirectory, 0, 32, 1_000, Duration.ofSeconds(5), 0);
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("database." + message);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + (url.isPresent() ? "given PostgreSQL" : dataDirectory) + ", poolSize=" + poolSize + "]";
    }
}
