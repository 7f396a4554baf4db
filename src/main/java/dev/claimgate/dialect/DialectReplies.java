package dev.claimgate.dialect;

import dev.claimgate.reply.PayerReply;
import dev.claimgate.reply.UnreadableReplyException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Reads payers' messages in their dialects, on worker threads of its own. A dialect's DFDL file is compiled with its first
 * message, which takes seconds; one that cannot be compiled fails every message until a restart, and blames none. A message
 * that takes longer than its dialect allows is given up and called unreadable.
 */
public final class DialectReplies {
    private static final int WORKERS = 2;
    /** Beyond its own limit, after which the parser has not even come by its next element. */
    private static final long GRACE_MILLIS = 1000;
    /** Waiting for a free worker may take so many times as long as reading. */
    private static final int PATIENCE = 4;

    private final Vertx vertx;
    private final Dialects dialects;
    private final WorkerExecutor workers;
    private final Map<String, Future<DfdlReader>> readers = new ConcurrentHashMap<>();

    public DialectReplies(Vertx vertx, Dialects dialects) {
        this.vertx = vertx;
        this.dialects = dialects;
        this.workers = vertx.createSharedWorkerExecutor("dialects", WORKERS);
    }

    /**
     * Reads one message; fails with {@link UnreadableReplyException} if that is the message's fault.
     *
     * @param name a dialect in use
     */
    public Future<PayerReply> read(String name, byte[] message) {
        Dialect dialect = dialects.dialect(name);
        return readers.computeIfAbsent(name, n -> workers.executeBlocking(() -> new DfdlReader(dialect), false))
                .compose(reader -> read(dialect, reader, message));
    }

    private Future<PayerReply> read(Dialect dialect, DfdlReader reader, byte[] message) {
        long millis = dialect.timeMax().toMillis();
        Promise<PayerReply> answer = Promise.promise();
        Promise<Long> timer = Promise.promise();
        workers.executeBlocking(() -> {
            timer.complete(vertx.setTimer(millis + GRACE_MILLIS,
                    id -> answer.tryFail(new UnreadableReplyException(DfdlReader.TOO_SLOW))));
            return ClaimReports.of(reader.read(message), dialect.mapping());
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
