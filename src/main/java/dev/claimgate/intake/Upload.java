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
import java.util.UUID;

/**
 * One body on its way into the database, on the event loop of its request. A file of one chunk is kept by one statement;
 * a larger one is streamed into an open transaction, the sender paused while a chunk is written. Holds the chunk being
 * filled and the one being written, no more. If anything breaks off, nothing is kept.
 */
final class Upload {
    private final HttpServerRequest request;
    private final Submissions submissions;
    private final RequestChecks checks;
    private final Slots streams;
    private final long bodyBytesMax;
    private final UUID id;
    private final String partnerId;
    private final Promise<Receipt> receipt = Promise.promise();
    private Buffer chunk = Buffer.buffer();
    private long received;
    private boolean streaming;
    private Future<SubmissionWriter> opened;

    Upload(HttpServerRequest request, Submissions submissions, RequestChecks checks, Slots streams, long bodyBytesMax,
           UUID id, String partnerId) {
        this.request = request;
        this.submissions = submissions;
        this.checks = checks;
        this.streams = streams;
        this.bodyBytesMax = bodyBytesMax;
        this.id = id;
        this.partnerId = partnerId;
    }

    /** Reads the body; call it in the turn in which the request arrived. Fails with {@link RefusedException} or otherwise. */
    Future<Receipt> receive() {
        request.exceptionHandler(failure -> fail(hungUp(failure) ? failure : new RefusedException(400,
                "body: its chunks cannot be read, must be as RFC 9112, 7.1 has them; nothing of it was kept")));
        request.handler(this::take);
        request.endHandler(end -> end());
        return receipt.future();
    }

    private static boolean hungUp(Throwable failure) {
        return failure instanceof IOException || failure instanceof VertxException;
    }

    /** Gives the upload up, at any time before its end. */
    void fail(Throwable cause) {
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

    private void take(Buffer bytes) {
        received += bytes.length();
        if (received > bodyBytesMax) {
            fail(new RefusedException(checks.tooLarge()));
            return;
        }
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
        request.pause();
        append(full).onSuccess(written -> request.resume()).onFailure(this::fail);
    }

    private boolean begin() {
        if (!streams.tryTake()) {
            fail(new RefusedException(503, "gateway: receives as many large files as it can, send this one again later"));
            return false;
        }
        streaming = true;
        opened = submissions.begin(id, partnerId, Channel.HTTP);
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
        if (received == 0) {
            fail(new RefusedException(RequestChecks.empty()));
        } else if (streaming) {
            append(chunk).onFailure(this::fail).onSuccess(written -> commit());
        } else {
            submissions.receive(id, partnerId, Channel.HTTP, chunk).onSuccess(receipt::tryComplete).onFailure(this::fail);
        }
    }

    private void commit() {
        if (receipt.future().isComplete()) {
            return;
        }
        opened.compose(SubmissionWriter::commit).onFailure(this::fail).onSuccess(kept -> {
            streams.giveBack();
            receipt.tryComplete(kept);
        });
    }
}
