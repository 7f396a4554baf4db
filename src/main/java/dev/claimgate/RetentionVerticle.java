package dev.claimgate;

import dev.claimgate.store.ChunkMonths;
import dev.claimgate.store.DatabaseException;
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

/**
 * At the start and once an hour makes the partitions of this month and the next ones, and removes the months that are over for
 * longer than they are to be kept.
 */
final class RetentionVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionVerticle.class);
    private static final long LOOK_MILLIS = 3_600_000;
    private static final long FIRST_LOOK_MILLIS = 1_000;
    private static final int MONTHS_AHEAD = 2;

    private final ChunkMonths partitions;
    private final Retention retention;
    private final int months;
    private final Clock clock;
    private final Counter removed;
    private Future<Void> working = Future.succeededFuture();
    private boolean stopping;
    private long files;

    /** @param months whole months kept beside the one under way; 0 keeps all */
    RetentionVerticle(ChunkMonths partitions, Retention retention, int months, MeterRegistry meters, Clock clock) {
        this.partitions = partitions;
        this.retention = retention;
        this.months = months;
        this.clock = clock;
        this.removed = Counter.builder("claimgate.retention.files.removed").register(meters);
    }

    @Override
    public Future<?> start() {
        vertx.setPeriodic(FIRST_LOOK_MILLIS, LOOK_MILLIS, timer -> {
            if (working.isComplete()) {
                working = makePartitions();
                if (months > 0) {
                    files = 0;
                    working.onSuccess(made -> {
                        if (!stopping) {
                            batch(thisMonth().minusMonths(months));
                        }
                    });
                }
            }
        });
        return makePartitions();
    }

    private YearMonth thisMonth() {
        return YearMonth.now(clock.withZone(ZoneOffset.UTC));
    }

    /** Never fails: chunks of a month without a partition are kept all the same, and it is made later. */
    private Future<Void> makePartitions() {
        Future<Void> done = Future.succeededFuture();
        for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
            YearMonth month = thisMonth().plusMonths(ahead);
            done = done.compose(before -> partitions.make(month)).transform(made -> {
                if (made.failed()) {
                    LOG.warn("the partition for files of {} cannot be made now: {}", month, reason(made.cause()));
                }
                return Future.succeededFuture();
            });
        }
        return done;
    }

    private static String reason(Throwable failure) {
        return failure instanceof DatabaseException told ? told.getMessage() : failure.getClass().getSimpleName();
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
