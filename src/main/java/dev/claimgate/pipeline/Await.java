package dev.claimgate.pipeline;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The one place where a worker thread waits for the database; never call it on an event loop. */
final class Await {
    /** Longer than the lock timeout of the transaction: that one speaks first. */
    private static final Duration MAX = Duration.ofSeconds(60);

    private Await() {
    }

    /** @throws IllegalStateException if the future fails or takes longer than a minute */
    static <T> T result(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the database refused a statement of the verdict", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the database did not answer within " + MAX.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database", e);
        }
    }
}
