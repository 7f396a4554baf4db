package dev.claimgate.intake;

import dev.claimgate.partner.DeliveryWay;
import dev.claimgate.partner.Partner;
import dev.claimgate.store.DiskFullException;
import dev.claimgate.store.DiskRoom;
import dev.claimgate.store.Notices;
import dev.claimgate.store.Receipt;
import dev.claimgate.store.RepeatedRequestException;
import dev.claimgate.store.Sealer;
import dev.claimgate.store.SubmissionState;
import dev.claimgate.store.Submissions;
import dev.claimgate.web.Callers;
import dev.claimgate.web.Problem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a claim file by {@code POST /v1/interchanges}: knows the sender, keeps the bytes, answers with the verdict or a
 * tracking number. Serves all event loops; mount it behind the key check, without a body handler.
 */
public final class HttpIntake implements Handler<RoutingContext> {
    /** Bytes of one chunk of a file in the database; the last may be shorter, none is longer than this and one read more. */
    static final int CHUNK_BYTES = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(HttpIntake.class);
    private static final String RETRY_SECONDS = "5";
    private static final String FULL_RETRY_SECONDS = "60";
    /** How often the speed of uploads is looked at. */
    static final int SPEED_SECONDS = 5;
    private static final long DRAIN_MILLIS = 2_000;

    private final Submissions submissions;
    private final Notices notices;
    private final IntakeSettings settings;
    private final Clock clock;
    private final RequestChecks checks;
    private final Slots uploads;
    private final StreamSlots streams;
    private final VerdictWait verdicts;
    private final Answers answers;
    private final MeterRegistry meters;

    /** Without encryption of what is kept. */
    public HttpIntake(Pool database, Notices notices, IntakeSettings settings, Clock clock) {
        this(database, Sealer.NONE, notices, settings, clock);
    }

    /** Whatever room the disk has. */
    public HttpIntake(Pool database, Sealer sealer, Notices notices, IntakeSettings settings, Clock clock) {
        this(database, sealer, DiskRoom.UNKNOWN, notices, settings, new CompositeMeterRegistry(), clock);
    }

    public HttpIntake(Pool database, Sealer sealer, DiskRoom room, Notices notices, IntakeSettings settings,
                      MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.submissions = new Submissions(database, clock, sealer, room);
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
        this.checks = new RequestChecks(settings.bodyBytesMax());
        this.uploads = new Slots(settings.uploadsMax());
        this.streams = new StreamSlots(settings.streamsMax(), settings.streamsPerPartnerMax());
        this.verdicts = new VerdictWait(submissions, notices, clock);
        this.answers = new Answers(database, sealer);
        Gauge.builder("claimgate.intake.http.uploads", uploads, Slots::taken)
                .description("files being received now").register(meters);
        Gauge.builder("claimgate.intake.http.streams", streams, StreamSlots::taken)
                .description("of these, in several pieces").register(meters);
    }

    @Override
    public void handle(RoutingContext context) {
        Optional<Problem> problem = checks.problem(context.request());
        if (problem.isPresent()) {
            refuse(context, problem.get());
        } else if (!uploads.tryTake()) {
            refuse(context, Problem.of(503, "gateway: receives as many files as it can, send this one again later"));
        } else {
            receive(context, Callers.of(context));
        }
    }

    private void receive(RoutingContext context, Partner partner) {
        UUID id = submissions.newId();
        Notices.Watch watch = notices.watch(id);
        HttpServerRequest request = context.request();
        UploadRequest upload = new UploadRequest(request, id, partner.id(),
                Optional.ofNullable(request.getHeader("Idempotency-Key")), RequestChecks.packing(request));
        Submissions sender = submissions.by("key:" + Callers.credential(context));
        Reception reception = upload.packing() == UploadRequest.Packing.ZIP
                ? new ZipUpload(context.vertx(), upload, sender, streams, settings)
                : new Upload(context.vertx(), upload, sender, checks, streams, settings);
        long end = context.vertx().setTimer(settings.uploadMax().toMillis(), late -> reception.fail(tooLate()));
        long speed = context.vertx().setPeriodic(SPEED_SECONDS * 1000L, look -> {
            if (reception.tooSlow((long) SPEED_SECONDS * settings.bytesPerSecondMin())) {
                reception.fail(tooSlow());
            }
        });
        reception.receive()
                .onComplete(done -> {
                    uploads.giveBack();
                    context.vertx().cancelTimer(end);
                    context.vertx().cancelTimer(speed);
                })
                .onSuccess(receipts -> {
                    notices.received();
                    kept(context, partner, upload.packing(), receipts, watch);
                })
                .onFailure(failure -> {
                    if (failure instanceof RepeatedRequestException repeated && repeated.sameBody()) {
                        repeated(context, partner, upload.packing(), repeated.submissions(), watch);
                    } else {
                        watch.close();
                        notKept(context, failure);
                    }
                });
    }

    private RefusedException tooLate() {
        return new RefusedException(new Problem(408, "Upload too slow", "body: did not come within "
                + settings.uploadMax().toSeconds() + " s; nothing of it was kept"));
    }

    private RefusedException tooSlow() {
        return new RefusedException(new Problem(408, "Upload too slow", "body: comes more slowly than "
                + settings.bytesPerSecondMin() + " bytes a second; nothing of it was kept"));
    }

    /** The first request with this key brought the files; this one hears the same. */
    private void repeated(RoutingContext context, Partner partner, UploadRequest.Packing packing, List<UUID> ids,
                          Notices.Watch watch) {
        submissions.receipts(partner.id(), ids)
                .onSuccess(receipts -> {
                    if (receipts.isEmpty()) {
                        watch.close();
                        refuse(context, Problem.of(409,
                                "Idempotency-Key: what came under it was removed since, use a new key"));
                    } else {
                        kept(context, partner, packing, receipts, watch);
                    }
                })
                .onFailure(failure -> {
                    watch.close();
                    notKept(context, failure);
                });
    }

    private void kept(RoutingContext context, Partner partner, UploadRequest.Packing packing, List<Receipt> receipts,
                      Notices.Watch watch) {
        if (packing == UploadRequest.Packing.ZIP) {
            watch.close();
            answers.accepted(context.response(), receipts);
            return;
        }
        Receipt receipt = receipts.get(0);
        state(context, partner, receipt, watch)
                .onComplete(known -> watch.close())
                .compose(state -> state == SubmissionState.RECEIVED
                        ? answers.accepted(context.response(), receipt)
                        : answers.decided(context.response(), RequestChecks.answerType(context.request()).orElseThrow(),
                                partner, receipt, state))
                .onFailure(failure -> answerAnyway(context.response(), receipt, failure));
    }

    /** One who wants no acknowledgement in the answer does not wait for it. */
    private Future<SubmissionState> state(RoutingContext context, Partner partner, Receipt receipt, Notices.Watch watch) {
        boolean wanted = !partner.acknowledgements().of(DeliveryWay.ANSWER).isEmpty();
        if (!wanted || receipt.byteCount() > settings.syncBytesMax()) {
            return Future.succeededFuture(SubmissionState.RECEIVED);
        }
        return verdicts.state(context.vertx(), receipt.id(), watch, clock.instant().plus(settings.syncWait()));
    }

    /** The file is kept, whatever went wrong since: say so, or the sender would send it again. */
    private void answerAnyway(HttpServerResponse response, Receipt receipt, Throwable failure) {
        if (!response.closed() && !response.headWritten()) {
            LOG.warn("submission {}: kept, but its verdict cannot be told now: {}", receipt.id(), kind(failure));
            answers.accepted(response, receipt);
        }
    }

    private void notKept(RoutingContext context, Throwable failure) {
        if (failure instanceof RefusedException refused) {
            refuse(context, refused.problem());
        } else if (failure instanceof RepeatedRequestException) {
            refuse(context, Problem.of(422, "Idempotency-Key: came with another body before, must be one of its own for each"
                    + " request; nothing of this one was kept"));
        } else if (DiskFullException.isCauseOf(failure)) {
            LOG.warn("an upload cannot be kept: the disk of the database is full");
            refuse(context, new Problem(507, "No room", "database: its disk is full; the file is not confirmed, send it again"
                    + " in " + FULL_RETRY_SECONDS + " s. The operator must make room (database.diskFreeBytesMin)"));
        } else if (context.response().closed()) {
            LOG.info("an upload broke off, nothing of it was kept: {}", kind(failure));
        } else {
            LOG.warn("an upload cannot be kept: {}", kind(failure));
            refuse(context, Problem.of(503, "database: does not answer now; the file is not confirmed, send it again in "
                    + RETRY_SECONDS + " s"));
        }
    }

    /** Answers, then takes in what is still on its way for a moment, so that the answer is read before the line is cut. */
    private void refuse(RoutingContext context, Problem problem) {
        meters.counter("claimgate.intake.http.refused", "status", Integer.toString(problem.status()), "where",
                problem.detail().substring(0, Math.max(0, problem.detail().indexOf(':')))).increment();
        HttpServerRequest request = context.request();
        if (problem.status() == 429 || problem.status() == 503 || problem.status() == 507) {
            context.response().putHeader("Retry-After", problem.status() == 507 ? FULL_RETRY_SECONDS : RETRY_SECONDS);
        }
        if (!request.isEnded() && request.version() != HttpVersion.HTTP_2) {
            context.response().putHeader("Connection", "close");
            request.handler(rest -> { });
            request.exceptionHandler(gone -> { });
            request.resume();
            context.vertx().setTimer(DRAIN_MILLIS, late -> request.connection().close());
        }
        problem.send(context.response());
    }

    /** No message: the database may quote values in it. */
    private static String kind(Throwable failure) {
        return failure.getClass().getName() + (failure instanceof PgException refused ? " " + refused.getSqlState() : "");
    }
}
