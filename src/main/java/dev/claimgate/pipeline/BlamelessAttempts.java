package dev.claimgate.pipeline;

import dev.claimgate.store.DiskFullException;
import dev.claimgate.store.WorkQueue;
import io.vertx.core.Future;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Attempts that ended through no fault of the file: the run was never begun, the gateway stopped, or the database went away.
 * They are given back, so that a file is set aside only for what it does itself. A lost connection is forgiven a limited
 * number of times, because a file may be what costs us the connection. Lives on one event loop.
 */
final class BlamelessAttempts {
    /** Connections lost over one file that are not counted. */
    static final int LOSSES_MAX = 50;
    /** Classes 08 and 57P: the connection broke; the server stops, crashed or starts; 53: it lacks memory. */
    private static final String DATABASE_GONE = "08...|57P..|53...";

    private final WorkQueue queue;
    private final Map<UUID, Integer> losses = new HashMap<>();
    private final Set<UUID> due = new HashSet<>();

    BlamelessAttempts(WorkQueue queue) {
        this.queue = queue;
    }

    /** The attempt was counted but the file was never opened. */
    void neverBegan(UUID file) {
        due.add(file);
    }

    void done(UUID file) {
        losses.remove(file);
    }

    void brokeOff(UUID file, Throwable failure) {
        if (failure instanceof GivenUpException || DiskFullException.isCauseOf(failure) || databaseGone(failure)
                && losses.merge(file, 1, Integer::sum) <= LOSSES_MAX) {
            due.add(file);
        }
    }

    /** Gives back what is due; if the database does not answer, it stays due. */
    Future<Void> giveBack() {
        if (due.isEmpty()) {
            return Future.succeededFuture();
        }
        Set<UUID> now = Set.copyOf(due);
        due.clear();
        return queue.giveBack(now).onFailure(failure -> due.addAll(now));
    }

    private static boolean databaseGone(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused) {
                return refused.getSqlState() != null && refused.getSqlState().matches(DATABASE_GONE);
            }
            if (cause instanceof IOException || cause instanceof VertxException) {
                return true;
            }
        }
        return false;
    }
}
