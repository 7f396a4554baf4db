package dev.claimgate.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the server of a data directory on a thread of its own, and has it started again when it has ended, with pauses that
 * grow as long as that fails. Whoever used it finds it at its place again; what was committed is there.
 */
final class ServerWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(30);

    private final Path directory;
    private final Start start;
    private final AtomicInteger restarts = new AtomicInteger();
    private final Thread thread;
    private volatile boolean ended;

    /** Starts the server; false if it is not wanted any more. */
    @FunctionalInterface
    interface Start {
        boolean again() throws IOException;
    }

    ServerWatch(Path directory, Start start) {
        this.directory = directory;
        this.start = start;
        this.thread = new Thread(this::watch, "embedded-postgres-watch");
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    /** From here on its end is meant. */
    void end() {
        ended = true;
        thread.interrupt();
    }

    int restarts() {
        return restarts.get();
    }

    private void watch() {
        try {
            while (!ended) {
                Optional<ProcessHandle> server = DataDirectory.server(directory);
                while (!ended && server.isPresent() && server.get().isAlive()) {
                    TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
                }
                if (!ended) {
                    LOG.error("{}: the embedded PostgreSQL has ended by itself (its log is in {}/log); files are refused until"
                            + " it is back", directory, directory);
                    restart(Duration.ofSeconds(1));
                }
            }
        } catch (InterruptedException meant) {
            Thread.currentThread().interrupt();
        }
    }

    private void restart(Duration firstPause) throws InterruptedException {
        Duration pause = firstPause;
        while (!ended && !started(pause)) {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            pause = pause.multipliedBy(2).compareTo(PAUSE_MAX) < 0 ? pause.multipliedBy(2) : PAUSE_MAX;
        }
    }

    /** Also true if it is not wanted any more. */
    private boolean started(Duration pause) {
        try {
            if (start.again()) {
                LOG.warn("{}: the embedded PostgreSQL runs again, start {} since the gateway began", directory,
                        restarts.incrementAndGet());
            }
            return true;
        } catch (IOException | RuntimeException failure) {
            LOG.error("{}: the embedded PostgreSQL does not start, tried again in {} s: {}", directory, pause.toSeconds(),
                    failure.toString());
            return false;
        }
    }
}
