package dev.claimgate.dialect;

import dev.claimgate.reply.UnreadableReplyException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Reads messages on worker threads of its own. A DFDL file is compiled with its first message, which takes seconds; one that
 * cannot be compiled fails every message until a restart, and blames none. A message that takes longer than its dialect allows
 * is given up and called unreadable.
 */
final class DfdlReaders {
    private static final int WORKERS = 2;
    /** Beyond its own limit, after which the parser has not even come by its next element. */
    private static final long GRACE_MILLIS = 1000;
    /** Waiting for a free worker may take so many times as long as reading. */
    private static final int PATIENCE = 4;

    private final Vertx vertx;
    private final WorkerExecutor workers;
    private final Map<String, Future<DfdlReader>> readers = new ConcurrentHashMap<>();

    /** @param pool name of the worker threads, of which no other reader takes any */
    DfdlReaders(Vertx vertx, String pool) {
        this.vertx = vertx;
        this.workers = vertx.createSharedWorkerExecutor(pool, WORKERS);
    }

    /**
     * Reads one message; fails with {@link UnreadableReplyException} if that is the message's fault, with
     * {@link UnusableDialectException} if the DFDL file cannot be compiled.
     *
     * @param then makes of the records what is wanted, on the same worker thread
     */
    <T> Future<T> read(DialectText text, byte[] message, Function<List<DialectRecord>, T> then) {
        return readers.computeIfAbsent(text.name(), n -> workers.executeBlocking(() -> new DfdlReader(text), false)
                        .recover(failure -> Future.failedFuture(new UnusableDialectException(text, failure))))
                .compose(reader -> read(text, () -> then.apply(reader.read(message))));
    }

    private <T> Future<T> read(DialectText text, Callable<T> read) {
        long millis = text.timeMax().toMillis();
        Promise<T> answer = Promise.promise();
        Promise<Long> timer = Promise.promise();
        workers.executeBlocking(() -> {
            timer.complete(vertx.setTimer(millis + GRACE_MILLIS,
                    id -> answer.tryFail(new UnreadableReplyException(DfdlReader.tooSlow(text)))));
            return read.call();
        }, false).onComplete(done -> {
            timer.future().onSuccess(vertx::cancelTimer);
            if (done.succeeded()) {
                answer.tryComplete(done.result());
            } else {
                answer.tryFail(done.cause());
            }
        });
        return answer.future().timeout(PATIENCE * (millis + GRACE_MILLIS), TimeUnit.MILLISECONDS);
    }
}
