package dev.claimgate.store;

import dev.claimgate.codes.CodeRelease;
import dev.claimgate.codes.CodeTables;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The code tables in use: one snapshot, swapped as a whole when another release comes into use. Take {@link #current()} once a
 * file, so that all its claims are judged alike. Safe for all threads.
 */
public final class CodeTablesHolder {
    private record Snapshot(long activation, CodeReleases.Loaded loaded) {
    }

    private final CodeReleases releases;
    private final AtomicReference<Snapshot> current = new AtomicReference<>();
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile boolean failing;

    public CodeTablesHolder(CodeReleases releases) {
        this.releases = releases;
    }

    /**
     * Loads the release in use unless it is held already. Call it at start, then from time to time and whenever a change is
     * told; while one refresh is under way another does nothing. A failure leaves the tables held as they are.
     *
     * @return whether the tables were swapped
     */
    public Future<Boolean> refresh() {
        if (!refreshing.compareAndSet(false, true)) {
            return Future.succeededFuture(false);
        }
        return releases.latestActivation().compose(latest -> {
            Snapshot held = current.get();
            if (latest.isEmpty() || held != null && held.activation() >= latest.get()) {
                return Future.succeededFuture(false);
            }
            return releases.load(latest.get()).map(loaded -> swap(new Snapshot(latest.get(), loaded)));
        }).onComplete(done -> {
            failing = done.failed();
            refreshing.set(false);
        });
    }

    /** @throws IllegalStateException before the first release was loaded */
    public CodeTables current() {
        Snapshot held = current.get();
        if (held == null) {
            throw new IllegalStateException("no code tables are loaded yet");
        }
        return held.loaded().tables();
    }

    /** Which release is held; empty before the first one was loaded. */
    public Optional<CodeRelease> release() {
        return Optional.ofNullable(current.get()).map(held -> held.loaded().release());
    }

    /** Whether a release was loaded. */
    public boolean loaded() {
        return current.get() != null;
    }

    /** Whether the last look for another release failed, so that the tables held may be old. */
    public boolean failing() {
        return failing;
    }

    private boolean swap(Snapshot newer) {
        current.set(newer);
        return true;
    }
}
