package dev.claimgate.payer;

import dev.claimgate.partner.FileNames;
import dev.claimgate.partner.Payer;
import dev.claimgate.store.OutboundDelivery;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Payers that take and give files. What blocks runs on threads of this payer, so that a slow one holds up no other. */
final class FilePayerConnector implements PayerConnector {
    /** A file that was written to later than this may not be whole. */
    static final Duration QUIET = Duration.ofSeconds(2);
    private static final int THREADS = 2;

    private final Payer payer;
    private final FileNames names;
    private final PayerFiles files;
    private final Clock clock;
    private final WorkerExecutor workers;

    FilePayerConnector(Vertx vertx, Payer payer, FileNames names, PayerFiles files, Clock clock) {
        this.payer = payer;
        this.names = names;
        this.files = files;
        this.clock = clock;
        this.workers = vertx.createSharedWorkerExecutor("files-" + payer.id(), THREADS);
    }

    @Override
    public Future<Buffer> deliver(OutboundDelivery interchange) {
        String name = names.of(payer.envelope(), interchange.controlNumber(), interchange.createdAt(), interchange.usage());
        return blocking(() -> {
            files.put(name, interchange.bytes().getBytes());
            return Buffer.buffer();
        });
    }

    @Override
    public Future<Optional<Message>> nextReply() {
        return blocking(() -> {
            Instant quietSince = clock.instant().minus(QUIET);
            Optional<String> oldest = files.list().stream().filter(file -> !PayerFiles.unfinished(file.name()))
                    .filter(file -> !file.changedAt().isAfter(quietSince))
                    .min(Comparator.comparing(PayerFiles.Waiting::changedAt).thenComparing(PayerFiles.Waiting::name))
                    .map(PayerFiles.Waiting::name);
            return oldest.isEmpty() ? Optional.empty()
                    : Optional.of(new Message(oldest.get(), Buffer.buffer(files.get(oldest.get()))));
        });
    }

    @Override
    public Future<Void> confirm(Message message) {
        return blocking(() -> {
            files.remove(message.id());
            return null;
        });
    }

    @Override
    public Future<Void> close() {
        return workers.<Void>executeBlocking(() -> {
            files.close();
            return null;
        }, false).eventually(workers::close);
    }

    private <T> Future<T> blocking(Callable<T> work) {
        return workers.executeBlocking(work, false).timeout(payer.limits().timeout().toMillis(), TimeUnit.MILLISECONDS);
    }
}
