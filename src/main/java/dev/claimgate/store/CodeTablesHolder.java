package dev.claimgate.store;

import dev.claimgate.codes.CodeTables;
import io.vertx.core.Future;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The code tables in use: one snapshot, swapped as a whole when a newer release is published. Take {@link #current()} once a file,
 * so that all its claims are judged alike. Safe for all threads.
 */
public final class CodeTablesHolder {
    private record Snapshot(long releaseId, CodeTables tables) {
    }

    private final CodeReleases releases;
    private final AtomicReference<Snapshot> current = new AtomicReference<>();

    public CodeTablesHolder(CodeReleases releases) {
        this.releases = releases;
    }

    /**
     * Loads the newest release unless it is the one in use. Call it at start and then from time to time; a failure leaves the
     * tables in use as they are.
     *
     * @return whether the tables were swapped
     */
    public Future<Boolean> refresh() {
        return releases.latestRelease().compose(latest -> {
            Snapshot held = current.get();
            if (latest.isEmpty() || held != null && held.releaseId() >= latest.get()) {
                return Future.succeededFuture(false);
            }
            return releases.load(latest.get()).map(tables -> swap(new Snapshot(latest.get(), tables)));
        });
    }

    /** @throws IllegalStateException before the first release was loaded */
    public CodeTables current() {
        Snapshot held = current.get();
        if (held == null) {
            throw new IllegalStateException("no code tables are loaded yet");
        }
        return held.tables();
    }

    /** Whether a release was loaded. */
    public boolean loaded() {
        return current.get() != null;
    }

    private boolean swap(Snapshot newer) {
        Snapshot before = current.getAndUpdate(
                held -> held == null || held.releaseId() < newer.releaseId() ? newer : held);
        return before == null || before.releaseId() < newer.releaseId();
    }
}
