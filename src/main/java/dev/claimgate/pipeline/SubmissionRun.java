package dev.claimgate.pipeline;

import dev.claimgate.ack.AcknowledgementDraft;
import dev.claimgate.claim.HistoryLimits;
import dev.claimgate.store.ClaimBatch;
import dev.claimgate.store.SubmissionState;
import dev.claimgate.store.SubmissionWork;
import dev.claimgate.superbill.Superbill;
import dev.claimgate.validation.InterchangeHeader;
import dev.claimgate.validation.ReportListeners;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * One file through the engine: chunk after chunk is read, fed on a worker thread, and what follows from it written, all in the
 * transaction that holds the file. Succeeds when the verdict is committed; on any failure everything is rolled back.
 */
final class SubmissionRun {
    private final SubmissionWork work;
    private final Engine engine;
    private final WorkerExecutor workers;
    private final Clock clock;
    private final Optional<ClaimFormats.ClaimFormat> format;
    private final FileSummary summary;
    private final DatabaseHistory history;
    private final VerdictCollector collector;
    private final DraftStore drafts;
    private Engine.Run run;
    private volatile JsonObject verdict = new JsonObject();
    private volatile boolean givenUp;

    /** @param format what the file is if it does not begin as X12 */
    SubmissionRun(SubmissionWork work, Engine engine, PayerRouting routing, Optional<ClaimFormats.ClaimFormat> format,
                  WorkerExecutor workers, Clock clock, HistoryLimits limits, int summaryEntriesMax) {
        this.work = work;
        this.format = format;
        this.engine = engine;
        this.workers = workers;
        this.clock = clock;
        this.summary = new FileSummary(summaryEntriesMax);
        this.history = new DatabaseHistory(work, limits, clock.getZone());
        this.collector = new VerdictCollector(routing, summary, history);
        this.drafts = new DraftStore(work.acknowledgements(clock.instant()));
    }

    Future<SubmissionState> run() {
        return convert()
                .compose(readable -> readable ? validate() : Future.succeededFuture())
                .compose(v -> close())
                .eventually(this::release)
                .recover(failure -> work.rollback().compose(v -> Future.failedFuture(failure)));
    }

    private Future<Void> validate() {
        return feedAll().compose(v -> step(() -> opened().finish())).compose(this::writeAll);
    }

    /** Whether there is X12 to validate. */
    private Future<Boolean> convert() {
        if (format.isEmpty()) {
            return Future.succeededFuture(true);
        }
        return new FileConversion(work, format.get(), clock.instant()).convert().map(made -> {
            if (made.orElse(null) instanceof Superbill.Refused refused) {
                summary.refused(refused);
                return false;
            }
            return true;
        });
    }

    /** Ends the run before its next chunk, rolled back. */
    void giveUp() {
        givenUp = true;
    }

    /** The engine's run, begun on the worker thread that first needs it. */
    private Engine.Run opened() {
        if (run == null) {
            run = engine.open(new Engine.Job(work.id().toString(), work.partnerId(),
                    work.receivedAt().atZone(clock.getZone()).toLocalDate(), new DatabaseRegister(work), history,
                    new ReportListeners(history.listener(), collector), drafts::add));
        }
        return run;
    }

    private Future<Void> feedAll() {
        Promise<Void> fed = Promise.promise();
        Future<Optional<Buffer>> second = work.chunk(0).compose(first -> {
            Future<Optional<Buffer>> read = first.isEmpty() ? Future.succeededFuture(first) : work.chunk(1);
            onWorker(() -> ahead(first)).onFailure(fed::tryFail)
                    .onSuccess(piece -> feedFrom(0, piece, read, fetch(piece), Future.succeededFuture(), fed));
            return read;
        });
        second.onFailure(fed::tryFail);
        return fed.future();
    }

    /** A chunk of the file, and what has to be known before the claims that end in it are judged. */
    private record Piece(Buffer bytes, DatabaseHistory.Wanted wanted) {
    }

    /** On a worker thread. */
    private Optional<Piece> ahead(Optional<Buffer> chunk) {
        return chunk.map(bytes -> new Piece(bytes, history.ahead(bytes.getBytes())));
    }

    private Future<DatabaseHistory.Found> fetch(Optional<Piece> piece) {
        return piece.map(next -> history.fetch(next.wanted)).orElse(Future.succeededFuture(DatabaseHistory.Found.NOTHING));
    }

    /**
     * Feeds one chunk while the one after it is read and what followed from the one before it is written: one of each, so
     * that memory stays bounded. What is known of the patients of the next chunk is asked for before the claims of this one are
     * written, so that the database answers at once and writes while the next one is judged. A loop by callbacks, because a
     * chain of composed futures would grow with the file. Fails only when nothing is being written any more: what is written
     * after the rollback would stay.
     *
     * @param found   what is known of the patients of this chunk
     * @param written what followed from the chunk before
     */
    private void feedFrom(int sequence, Optional<Piece> piece, Future<Optional<Buffer>> next,
                          Future<DatabaseHistory.Found> found, Future<Void> written, Promise<Void> fed) {
        if (piece.isEmpty()) {
            written.onComplete(fed);
            return;
        }
        Future<Optional<Buffer>> afterNext = next.compose(bytes ->
                bytes.isEmpty() ? Future.succeededFuture(bytes) : work.chunk(sequence + 2));
        found.compose(known -> next.compose(bytes -> step(() -> feed(piece.get().bytes(), known), () -> ahead(bytes))))
                .eventually(() -> written)
                .compose(judged -> written.map(judged))
                .onFailure(fed::tryFail)
                .onSuccess(judged -> {
                    List<Future<?>> opened = open(judged.yielded);
                    Future<DatabaseHistory.Found> known = fetch(judged.next);
                    feedFrom(sequence + 1, judged.next, afterNext, known, write(judged.yielded, opened), fed);
                });
    }

    private void feed(Buffer chunk, DatabaseHistory.Found known) {
        if (givenUp) {
            throw new GivenUpException();
        }
        history.begin(known);
        byte[] bytes = chunk.getBytes();
        opened().feed(bytes, 0, bytes.length);
    }

    private record Judged(Yielded yielded, Optional<Piece> next) {
    }

    /** One call of the engine on a worker thread, what followed from it, and the look into the chunk that comes next. */
    private Future<Judged> step(Runnable call, Supplier<Optional<Piece>> ahead) {
        return onWorker(() -> {
            call.run();
            return new Judged(new Yielded(collector.take(), drafts.take()), ahead.get());
        });
    }

    private Future<Yielded> step(Runnable call) {
        return step(call, Optional::empty).map(Judged::yielded);
    }

    private <T> Future<T> onWorker(Callable<T> call) {
        return workers.executeBlocking(call, false);
    }

    private Future<Void> writeAll(Yielded yielded) {
        return write(yielded, open(yielded));
    }

    /** What must be there before anything else is asked: new interchanges, and that claims written earlier are rejected. */
    private List<Future<?>> open(Yielded yielded) {
        List<Future<?>> statements = new ArrayList<>();
        for (InterchangeHeader interchange : yielded.rows().interchanges()) {
            statements.add(work.insert(interchange));
        }
        for (ClaimBatch.Place place : yielded.rows().rejected()) {
            statements.add(work.reject(place));
        }
        return statements;
    }

    /** All statements are sent at once: the connection keeps their order. Ends when the last one has. */
    private Future<Void> write(Yielded yielded, List<Future<?>> opened) {
        List<Future<?>> statements = new ArrayList<>(opened);
        statements.add(work.insert(yielded.rows().claims()));
        return Future.join(statements)
                .compose(v -> yielded.drafts().isEmpty() ? Future.succeededFuture() : write(yielded.drafts()));
    }

    private Future<Void> write(List<AcknowledgementDraft> acknowledgements) {
        return workers.executeBlocking(() -> {
            drafts.write(acknowledgements);
            return null;
        }, false);
    }

    private record Yielded(VerdictCollector.Yield rows, List<AcknowledgementDraft> drafts) {
    }

    private Future<SubmissionState> close() {
        SubmissionState state = summary.nothingRead() ? SubmissionState.UNREADABLE : SubmissionState.VALIDATED;
        verdict = summary.toJson();
        return work.close(state, verdict, clock.instant()).map(state);
    }

    /** One line for the log, of ids and counts. */
    String told(SubmissionState state) {
        JsonObject claims = verdict.getJsonObject("claims", new JsonObject());
        return "submission " + work.id() + " of " + work.partnerId() + ": " + state + ", " + work.byteCount() + " bytes, "
                + claims.getLong("received", 0L) + " claims, " + claims.getLong("accepted", 0L) + " accepted, "
                + claims.getLong("rejected", 0L) + " rejected, " + claims.getLong("rejectedWithSet", 0L)
                + " rejected with their set, " + Duration.between(work.receivedAt(), clock.instant()).toMillis()
                + " ms after it came";
    }

    /** Temporary files go whatever became of the run. */
    private Future<Void> release() {
        return workers.executeBlocking(() -> {
            try (Engine.Run open = run; drafts) {
                return null;
            }
        }, false);
    }
}
