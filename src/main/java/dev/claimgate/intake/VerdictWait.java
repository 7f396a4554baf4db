package dev.claimgate.intake;

import dev.claimgate.store.Notices;
import dev.claimgate.store.SubmissionState;
import dev.claimgate.store.Submissions;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Waits for the verdict on a file: told in this process, or seen in the database when another gateway gave it. */
final class VerdictWait {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Submissions submissions;
    private final Clock clock;

    VerdictWait(Submissions submissions, Clock clock) {
        this.submissions = submissions;
        this.clock = clock;
    }

    /** RECEIVED if the time was over first. Its looks are few (two a second), so a chain of futures does. */
    Future<SubmissionState> state(UUID id, Notices.Watch watch, Instant until) {
        Duration left = Duration.between(clock.instant(), until);
        if (left.isNegative() || left.isZero()) {
            return Future.succeededFuture(SubmissionState.RECEIVED);
        }
        return watch.await(left.compareTo(LOOK) < 0 ? left : LOOK)
                .compose(told -> submissions.state(id))
                .compose(state -> state == SubmissionState.RECEIVED ? state(id, watch, until)
                        : Future.succeededFuture(state));
    }
}
