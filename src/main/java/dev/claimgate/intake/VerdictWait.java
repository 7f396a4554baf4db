package dev.claimgate.intake;

import dev.claimgate.store.Notices;
import dev.claimgate.store.SubmissionState;
import dev.claimgate.store.Submissions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Waits for the verdict on a file: told in this process, or seen in the database when another gateway gave it. One look serves
 * all who wait, however many they are. Safe for all threads.
 */
final class VerdictWait {
    private static final long LOOK_MILLIS = 500;

    private final Submissions submissions;
    private final Notices notices;
    private final Clock clock;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean looking = new AtomicBoolean();

    VerdictWait(Submissions submissions, Notices notices, Clock clock) {
        this.submissions = submissions;
        this.notices = notices;
        this.clock = clock;
    }

    /** RECEIVED if the time was over first. */
    Future<SubmissionState> state(Vertx vertx, UUID id, Notices.Watch watch, Instant until) {
        Duration left = Duration.between(clock.instant(), until);
        waiting.incrementAndGet();
        lookAgain(vertx);
        return watch.await(left.isNegative() ? Duration.ZERO : left)
                .onComplete(over -> waiting.decrementAndGet())
                .compose(told -> submissions.state(id));
    }

    private void lookAgain(Vertx vertx) {
        if (looking.compareAndSet(false, true)) {
            vertx.setTimer(LOOK_MILLIS, timer -> submissions.decided(notices.watched())
                    .onSuccess(decided -> decided.forEach(notices::decided))
                    .onComplete(looked -> {
                        looking.set(false);
                        if (waiting.get() > 0) {
                            lookAgain(vertx);
                        }
                    }));
        }
    }
}
