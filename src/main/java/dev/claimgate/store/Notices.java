package dev.claimgate.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Says within this process that the database has something new, so that no one need wait for the next poll. Only a hint:
 * what another gateway does is not heard here. Safe for all threads.
 */
public final class Notices {
    private final Vertx vertx;
    private final List<Runnable> receivers = new CopyOnWriteArrayList<>();
    private final Map<UUID, Set<Promise<Void>>> waiting = new ConcurrentHashMap<>();

    public Notices(Vertx vertx) {
        this.vertx = vertx;
    }

    /** A file was received and committed. */
    public void received() {
        receivers.forEach(Runnable::run);
    }

    /** Calls {@code receiver}, on the context of this call, whenever a file was received. */
    public void onReceived(Runnable receiver) {
        Context context = vertx.getOrCreateContext();
        receivers.add(() -> context.runOnContext(v -> receiver.run()));
    }

    /** The verdict on a file was committed. */
    public void decided(UUID submission) {
        Set<Promise<Void>> promises = waiting.remove(submission);
        if (promises != null) {
            promises.forEach(Promise::tryComplete);
        }
    }

    /** Files someone waits for. */
    public Set<UUID> watched() {
        return Set.copyOf(waiting.keySet());
    }

    /** Watches for the verdict on a file; begin before the file is committed, so that none is missed, and close it. */
    public Watch watch(UUID submission) {
        Promise<Void> told = Promise.promise();
        waiting.computeIfAbsent(submission, id -> ConcurrentHashMap.newKeySet()).add(told);
        return new Watch(submission, told);
    }

    /** One who waits for the verdict on one file. */
    public final class Watch implements AutoCloseable {
        private final UUID submission;
        private final Promise<Void> told;

        private Watch(UUID submission, Promise<Void> told) {
            this.submission = submission;
            this.told = told;
        }

        /** Completes, on the context of this call, when the verdict is told or {@code max} is over: look then. */
        public Future<Void> await(Duration max) {
            Context context = vertx.getOrCreateContext();
            Promise<Void> over = Promise.promise();
            long timer = vertx.setTimer(Math.max(1, max.toMillis()), id -> over.tryComplete());
            told.future().onComplete(done -> context.runOnContext(v -> over.tryComplete()));
            return over.future().onComplete(done -> vertx.cancelTimer(timer));
        }

        @Override
        public void close() {
            waiting.computeIfPresent(submission, (id, promises) -> {
                promises.remove(told);
                return promises.isEmpty() ? null : promises;
            });
        }
    }
}
