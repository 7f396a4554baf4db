package dev.claimgate.intake;

import dev.claimgate.store.Channel;
import dev.claimgate.store.Receipt;
import dev.claimgate.store.SubmissionWriter;
import dev.claimgate.store.Submissions;
import dev.claimgate.web.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One file, as it is or as gzip. A file of one chunk is kept by one statement; a larger one is streamed into an open
 * transaction, the sender paused while chunks are written. Holds the chunk being filled and those being written: one, or what
 * one read of gzip unpacks to. If anything breaks off, nothing is kept.
 */
final class Upload implements Reception {
    private final Vertx vertx;
    private final UploadRequest upload;
    private final HttpServerRequest request;
    private final Submissions submissions;
    private final RequestChecks checks;
    private final StreamSlots streams;
    private final IntakeSettings settings;
    private final Optional<Gunzip> gunzip;
    private final Promise<Receipt> receipt = Promise.promise();
    private Buffer chunk = Buffer.buffer();
    private long received;
    private long receivedAtLastLook;
    private boolean pausedSinceLastLook;
    private int busy;
    private boolean streaming;
    private Future<SubmissionWriter> opened;

    Upload(Vertx vertx, UploadRequest upload, Submissions submissions, RequestChecks checks, StreamSlots streams,
           IntakeSettings settings) {
        this.vertx = vertx;
        this.upload = upload;
        this.request = upload.request();
        this.submissions = submissions;
        this.checks = checks;
        this.streams = streams;
        this.settings = settings;
        this.gunzip = upload.packing() == UploadRequest.Packing.GZIP
                ? Optional.of(new Gunzip(new Proportion(settings.compressionRatioMax(), settings.bodyBytesMax())))
                : Optional.empty();
    }

    @Override
    public Future<List<Receipt>> receive() {
        request.exceptionHandler(failure -> fail(hungUp(failure) ? failure : brokenChunks()));
        request.handler(this::arrived);
        request.endHandler(end -> end());
        return receipt.future().<List<Receipt>>map(List::of).onComplete(done -> gunzip.ifPresent(Gunzip::close));
    }

    static boolean hungUp(Throwable failure) {
        return failure instanceof IOException || failure instanceof VertxException;
    }

    static RefusedException brokenChunks() {
        return new RefusedException(400,
                "body: its chunks cannot be read, must be as RFC 9112, 7.1 has them; nothing of it was kept");
    }

    @Override
    public void fail(Throwable cause) {
        if (!receipt.tryFail(cause)) {
            return;
        }
        request.handler(null);
        request.endHandler(null);
        chunk = Buffer.buffer();
        if (opened != null) {
            opened.compose(SubmissionWriter::rollback).onComplete(gone -> giveBack());
        }
    }

    @Override
    public boolean tooSlow(long bytesMin) {
        boolean slow = received - receivedAtLastLook < bytesMin && !pausedSinceLastLook && busy == 0;
        receivedAtLastLook = received;
        pausedSinceLastLook = false;
        return slow;
    }

    private void arrived(Buffer bytes) {
        received += bytes.length();
        if (received > settings.bodyBytesMax()) {
            fail(new RefusedException(checks.tooLarge()));
        } else if (gunzip.isEmpty()) {
            take(bytes);
        } else {
            unpack(gunzip.get(), bytes);
        }
    }

    /** On a worker thread: what fits one read may unpack to megabytes. */
    private void unpack(Gunzip gzip, Buffer bytes) {
        pause();
        vertx.executeBlocking(() -> {
            List<Buffer> pieces = new ArrayList<>();
            gzip.take(bytes.getBytes(), piece -> pieces.add(Buffer.buffer(piece)));
            return pieces;
        }, false).onSuccess(pieces -> {
            pieces.stream().takeWhile(piece -> !receipt.future().isComplete()).forEach(this::take);
            resume();
        }).onFailure(this::fail);
    }

    private void pause() {
        pausedSinceLastLook = true;
        busy++;
        request.pause();
    }

    private void resume() {
        if (--busy == 0) {
            request.resume();
        }
    }

    private void take(Buffer bytes) {
        chunk.appendBuffer(bytes);
        if (chunk.length() >= HttpIntake.CHUNK_BYTES) {
            writeChunk();
        }
    }

    private void writeChunk() {
        if (!streaming && !begin()) {
            return;
        }
        Buffer full = chunk;
        chunk = Buffer.buffer();
        pause();
        append(full).onSuccess(written -> resume()).onFailure(this::fail);
    }

    private boolean begin() {
        Optional<Problem> full = streams.take(upload.partnerId());
        if (full.isPresent()) {
            fail(new RefusedException(full.get()));
            return false;
        }
        streaming = true;
        open();
        return true;
    }

    private void open() {
        opened = submissions.begin(upload.id(), upload.partnerId(), Channel.HTTP);
    }

    /** Once, though it may be given up while it is being committed. */
    private void giveBack() {
        if (streaming) {
            streaming = false;
            streams.giveBack(upload.partnerId());
        }
    }

    private Future<Void> append(Buffer bytes) {
        return bytes.length() == 0 ? Future.succeededFuture() : opened.compose(writer -> writer.append(bytes));
    }

    /** The end comes only after a resume, so no chunk is being written any more. */
    private void end() {
        if (receipt.future().isComplete()) {
            return;
        }
        busy++;
        try {
            gunzip.ifPresent(Gunzip::end);
        } catch (RefusedException refused) {
            fail(refused);
            return;
        }
        if (chunk.length() == 0 && opened == null) {
            fail(new RefusedException(RequestChecks.empty()));
        } else if (opened == null && upload.key().isEmpty()) {
            submissions.receive(upload.id(), upload.partnerId(), Channel.HTTP, chunk)
                    .onSuccess(receipt::tryComplete).onFailure(this::fail);
        } else {
            if (opened == null) {
                open();
            }
            append(chunk).onFailure(this::fail).onSuccess(written -> commit());
        }
    }

    private void commit() {
        if (receipt.future().isComplete()) {
            return;
        }
        opened.compose(writer -> writer.commit(upload.key())).onFailure(this::fail).onSuccess(kept -> {
            giveBack();
            receipt.tryComplete(kept);
        });
    }
}
