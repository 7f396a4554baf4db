package dev.claimgate.pipeline;

import dev.claimgate.claim.HistoryLimits;
import dev.claimgate.store.Notices;
import dev.claimgate.store.SubmissionState;
import dev.claimgate.store.SubmissionWork;
import dev.claimgate.store.WorkQueue;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes received files from the queue, as many at a time as it has slots, and has each validated. A file that breaks off
 * rests a while and does not keep others from their turn. Outlives the database: it goes on asking until it is back.
 */
public final class ValidationVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(ValidationVerticle.class);
    private static final Duration STEP_MAX = Duration.ofMinutes(2);
    /** A run that is given up ends with the chunk it is at. */
    private static final Duration GIVE_UP_MAX = Duration.ofSeconds(2);

    private final WorkQueue queue;
    private final Engine engine;
    private final PayerRouting routing;
    private final ClaimFormats formats;
    private final Notices notices;
    private final PipelineSettings settings;
    private final HistoryLimits history;
    private final Clock clock;
    private final Map<UUID, Open> running = new HashMap<>();
    private final RestingFiles resting;
    private final BlamelessAttempts attempts;
    private Future<Boolean> pick = Future.succeededFuture(false);
    private WorkerExecutor workers;
    private String lastPartner = "";
    private boolean picking;
    private boolean lookAgain;
    private boolean stopping;
    private boolean databaseGone;

    /** Where every file is X12. */
    public ValidationVerticle(WorkQueue queue, Engine engine, PayerRouting routing, Notices notices,
                              PipelineSettings settings, HistoryLimits history, Clock clock) {
        this(queue, engine, routing, ClaimFormats.NONE, notices, settings, history, clock);
    }

    public ValidationVerticle(WorkQueue queue, Engine engine, PayerRouting routing, ClaimFormats formats, Notices notices,
                              PipelineSettings settings, HistoryLimits history, Clock clock) {
        this.formats = formats;
        this.queue = queue;
        this.engine = engine;
        this.routing = routing;
        this.notices = notices;
        this.settings = settings;
        this.history = history;
        this.clock = clock;
        this.resting = new RestingFiles(clock, settings.rest());
        this.attempts = new BlamelessAttempts(queue);
    }

    private record Open(SubmissionRun run, Future<?> end, boolean large) {
    }

    @Override
    public Future<?> start() {
        workers = vertx.createSharedWorkerExecutor("validation", settings.slots(), STEP_MAX.toMillis(),
                TimeUnit.MILLISECONDS);
        notices.onReceived(this::look);
        vertx.setPeriodic(0, settings.poll().toMillis(), timer -> look());
        return Future.succeededFuture();
    }

    /**
     * Lets work under way come to its end; what takes too long is rolled back, does not count as an attempt, and is done after
     * the next start.
     */
    @Override
    public Future<?> stop() {
        stopping = true;
        return pick.transform(picked -> ended(settings.stop()))
                .compose(v -> {
                    running.values().forEach(open -> open.run.giveUp());
                    return ended(GIVE_UP_MAX);
                })
                .compose(v -> attempts.giveBack())
                .otherwiseEmpty()
                .eventually(workers::close);
    }

    /** Completes when no work is under way, or when the time is over. */
    private Future<?> ended(Duration max) {
        List<Future<?>> ends = new ArrayList<>();
        running.values().forEach(open -> ends.add(open.end.otherwiseEmpty()));
        return Future.join(ends).timeout(Math.max(1, max.toMillis()), TimeUnit.MILLISECONDS).otherwiseEmpty();
    }

    private void look() {
        if (picking) {
            lookAgain = true;
            return;
        }
        if (stopping || running.size() >= settings.slots()) {
            return;
        }
        picking = true;
        pick = attempts.giveBack()
                .compose(given -> queue.pick(settings.attemptsMax(),
                        new WorkQueue.Choice(except(), lastPartner, bytesMax())))
                .compose(this::take);
        pick.onSuccess(this::begun)
                .onFailure(this::notPicked);
    }

    /** The last free slot is for small files only: a large one may hold it for minutes. */
    private long bytesMax() {
        long large = running.values().stream().filter(Open::large).count();
        return settings.slots() > 1 && large >= settings.slots() - 1 ? settings.smallBytesMax() : Long.MAX_VALUE;
    }

    private Collection<UUID> except() {
        List<UUID> except = new ArrayList<>(running.keySet());
        except.addAll(resting.files());
        return except;
    }

    /** @return whether there may be more to take */
    private Future<Boolean> take(Optional<WorkQueue.Candidate> candidate) {
        if (candidate.isEmpty()) {
            return Future.succeededFuture(false);
        }
        UUID id = candidate.get().id();
        lastPartner = candidate.get().partnerId();
        if (candidate.get().state() == SubmissionState.FAILED) {
            LOG.error("submission {}: validation broke off {} times; it is set aside as FAILED", id,
                    settings.attemptsMax());
            notices.decided(id);
            return Future.succeededFuture(true);
        }
        if (stopping) {
            attempts.neverBegan(id);
            return Future.succeededFuture(false);
        }
        return queue.lock(id)
                .onFailure(failure -> attempts.neverBegan(id))
                .map(work -> {
                    work.ifPresentOrElse(this::validate, () -> attempts.neverBegan(id));
                    return true;
                });
    }

    private void validate(SubmissionWork work) {
        SubmissionRun run = new SubmissionRun(work, engine, routing, formats.of(work.partnerId()), workers, clock, history,
                settings.summaryEntriesMax());
        Future<SubmissionState> end = run.run();
        running.put(work.id(), new Open(run, end, work.byteCount() > settings.smallBytesMax()));
        end.onComplete(done -> {
            running.remove(work.id());
            if (done.succeeded()) {
                LOG.info(run.told(done.result()));
                attempts.done(work.id());
                notices.decided(work.id());
            } else {
                brokeOff(work.id(), done.cause());
            }
            look();
        });
    }

    private void brokeOff(UUID id, Throwable cause) {
        resting.add(id);
        attempts.brokeOff(id, cause);
        if (cause instanceof GivenUpException) {
            LOG.info("submission {}: not done in time, it will be done after the next start", id);
        } else {
            LOG.error("submission {}: validation broke off, it will be tried again: {}", id, Causes.withoutValues(cause));
        }
    }

    private void begun(boolean mayBeMore) {
        picking = false;
        if (databaseGone) {
            databaseGone = false;
            LOG.warn("the database answers again");
        }
        if (mayBeMore || lookAgain) {
            lookAgain = false;
            look();
        }
    }

    private void notPicked(Throwable failure) {
        picking = false;
        lookAgain = false;
        if (!databaseGone) {
            databaseGone = true;
            LOG.warn("no work can be taken, trying again every {} ms: {}", settings.poll().toMillis(),
                    Causes.withoutValues(failure));
        }
    }
}
