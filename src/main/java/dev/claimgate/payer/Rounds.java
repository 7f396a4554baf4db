package dev.claimgate.payer;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a piece of work for ever, one round at a time: at once while there is work, else after a pause. A round that
 * fails is told once in the log, until one succeeds again. Lives on one event loop.
 */
final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Vertx vertx;
    private final String name;
    private final Duration pause;
    private final Supplier<Future<Boolean>> round;
    private final Promise<Void> stopped = Promise.promise();
    private long timer = -1;
    private boolean stopping;
    private boolean failing;
    private boolean woken;

    /** @param round tells whether another round is worth while at once */
    Rounds(Vertx vertx, String name, Duration pause, Supplier<Future<Boolean>> round) {
        this.vertx = vertx;
        this.name = name;
        this.pause = pause;
        this.round = round;
    }

    void start() {
        next(true);
    }

    /** There may be work: no pause before the next round. */
    void wake() {
        woken = true;
        if (!stopping && timer >= 0 && vertx.cancelTimer(timer)) {
            next(true);
        }
    }

    private void run() {
        timer = -1;
        woken = false;
        round.get().onComplete(done -> {
            if (done.failed() && !failing) {
                LOG.warn("{} fails and goes on trying: {}", name, withoutValues(done.cause()));
            }
            failing = done.failed();
            next(woken || done.succeeded() && done.result());
        });
    }

    /** Connections and payers are told with their message; a database may quote values in its own. */
    private static String withoutValues(Throwable cause) {
        String kind = cause.getClass().getSimpleName();
        boolean harmless = cause instanceof IOException || cause instanceof PayerUnavailableException;
        return harmless ? kind + ": " + cause.getMessage() : kind;
    }

    /** Completes when the round under way has ended. */
    Future<Void> stop() {
        stopping = true;
        if (timer >= 0 && vertx.cancelTimer(timer)) {
            stopped.tryComplete();
        }
        return stopped.future();
    }

    private void next(boolean atOnce) {
        if (stopping) {
            stopped.tryComplete();
        } else {
            timer = vertx.setTimer(atOnce ? 1 : Math.max(1, pause.toMillis()), id -> run());
        }
    }
}
