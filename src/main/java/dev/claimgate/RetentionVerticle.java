package dev.claimgate;

import dev.claimgate.store.Retention;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once an hour removes the months that are over for longer than they are to be kept; does nothing where all is kept. */
final class RetentionVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionVerticle.class);
    private static final long LOOK_MILLIS = 3_600_000;
    private static final long FIRST_LOOK_MILLIS = 1_000;

    private final Retention retention;
    private final int months;
    private final Clock clock;
    private final Counter removed;
    private Future<Void> working = Future.succeededFuture();
    private boolean stopping;
    private long files;

    /** @param months whole months kept beside the one under way; 0 keeps all */
    RetentionVerticle(Retention retention, int months, MeterRegistry meters, Clock clock) {
        this.retention = retention;
        this.months = months;
        this.clock = clock;
        this.removed = Counter.builder("claimgate.retention.files.removed").register(meters);
    }

    @Override
    public Future<?> start() {
        if (months > 0) {
            vertx.setPeriodic(FIRST_LOOK_MILLIS, LOOK_MILLIS, timer -> {
                if (working.isComplete()) {
                    files = 0;
                    batch(YearMonth.now(clock.withZone(ZoneOffset.UTC)).minusMonths(months));
                }
            });
        }
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        stopping = true;
        return working.otherwiseEmpty();
    }

    private void batch(YearMonth first) {
        working = retention.removeBefore(first).onComplete(done -> {
            if (done.failed()) {
                LOG.warn("retention: files before {} cannot be removed now: {}", first,
                        done.cause().getClass().getSimpleName());
                return;
            }
            files += done.result();
            removed.increment(done.result());
            if (done.result() > 0 && !stopping) {
                vertx.runOnContext(next -> batch(first));
            } else if (files > 0) {
                LOG.info("retention: {} files received before {} were removed", files, first);
            }
        }).mapEmpty();
    }
}
