package dev.claimgate.intake;

import dev.claimgate.store.Channel;
import dev.claimgate.store.Receipt;
import dev.claimgate.store.SubmissionWriter;
import dev.claimgate.store.Submissions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One file, as it is or as gzip. A file of one chunk is kept by one statement; a larger one is streamed into an open
 * transaction, the sender paused while chunks are written. Holds the chunk being filled and those being written: one, or what
 * one read of gzip unpacks to. If anything breaks off, nothing is kept.
 */
final class Upload implements Reception {
    private final UploadRequest upload;
    private final HttpServerRequest request;
    private final Submissions submissions;
    private final RequestChecks checks;
    private final Slots streams;
    private final IntakeSettings settings;
    private final Optional<Gunzip> gunzip;
    private final Promise<Receipt> receipt = Promise.promise();
    private Buffer chunk = Buffer.buffer();
    private long received;
    private long receivedAtLastLook;
    private boolean pausedSinceLastLook;
    private int writing;
    private boolean streaming;
    private Future<SubmissionWriter> opened;

    Upload(UploadRequest upload, Submissions submissions, RequestChecks checks, Slots streams, IntakeSettings settings) {
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
        if (streaming) {
            opened.compose(SubmissionWriter::rollback).onComplete(gone -> streams.giveBack());
        }
    }

    @Override
    public boolean tooSlow(long bytesMin) {
        boolean slow = received - receivedAtLastLook < bytesMin && !pausedSinceLastLook && writing == 0;
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

    private void unpack(Gunzip gzip, Buffer bytes) {
        try {
            gzip.take(bytes.getBytes(), piece -> {
                if (!receipt.future().isComplete()) {
                    take(Buffer.buffer(piece));
                }
            });
        } catch (RefusedException refused) {
            fail(refused);
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
        pausedSinceLastLook = true;
        writing++;
        request.pause();
        append(full).onSuccess(written -> {
            if (--writing == 0) {
                request.resume();
            }
        }).onFailure(this::fail);
    }

    private boolean begin() {
        if (!streams.tryTake()) {
            fail(new RefusedException(503, "gateway: receives as many large files as it can, send this one again later"));
            return false;
        }
        streaming = true;
        opened = submissions.begin(upload.id(), upload.partnerId(), Channel.HTTP);
        return true;
    }

    private Future<Void> append(Buffer bytes) {
        return bytes.length() == 0 ? Future.succeededFuture() : opened.compose(writer -> writer.append(bytes));
    }

    /** The end comes only after a resume, so no chunk is being written any more. */
    private void end() {
        if (receipt.future().isComplete()) {
            return;
        }
        writing++;
        try {
            gunzip.ifPresent(Gunzip::end);
        } catch (RefusedException refused) {
            fail(refused);
            return;
        }
        if (chunk.length() == 0 && !streaming) {
            fail(new RefusedException(RequestChecks.empty()));
        } else if (streaming || upload.key().isPresent() && begin()) {
            append(chunk).onFailure(this::fail).onSuccess(written -> commit());
        } else if (upload.key().isEmpty()) {
            submissions.receive(upload.id(), upload.partnerId(), Channel.HTTP, chunk)
                    .onSuccess(receipt::tryComplete).onFailure(this::fail);
        }
    }

    private void commit() {
        if (receipt.future().isComplete()) {
            return;
        }
        opened.compose(writer -> writer.commit(upload.key())).onFailure(this::fail).onSuccess(kept -> {
            streams.giveBack();
            receipt.tryComplete(kept);
        });
    }
}
