package dev.claimgate.intake;

import dev.claimgate.store.Channel;
import dev.claimgate.store.Receipt;
import dev.claimgate.store.SubmissionWriter;
import dev.claimgate.store.Submissions;
import dev.claimgate.web.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/**
 * A zip of files: taken into memory, as it is small by its limit, then unpacked piece by piece on a worker thread into one
 * transaction. All its files are kept, each a submission of its own, or none.
 */
final class ZipUpload implements Reception {
    private final Vertx vertx;
    private final UploadRequest upload;
    private final HttpServerRequest request;
    private final Submissions submissions;
    private final StreamSlots streams;
    private final IntakeSettings settings;
    private final Promise<List<Receipt>> receipts = Promise.promise();
    private Buffer body = Buffer.buffer();
    private long receivedAtLastLook;
    private boolean ended;

    ZipUpload(Vertx vertx, UploadRequest upload, Submissions submissions, StreamSlots streams, IntakeSettings settings) {
        this.vertx = vertx;
        this.upload = upload;
        this.request = upload.request();
        this.submissions = submissions;
        this.streams = streams;
        this.settings = settings;
    }

    @Override
    public Future<List<Receipt>> receive() {
        Optional<Problem> full = streams.take(upload.partnerId());
        if (full.isPresent()) {
            return Future.failedFuture(new RefusedException(full.get()));
        }
        request.exceptionHandler(failure -> fail(Upload.hungUp(failure) ? failure : Upload.brokenChunks()));
        request.handler(this::arrived);
        request.endHandler(end -> end());
        return receipts.future().onComplete(done -> streams.giveBack(upload.partnerId()));
    }

    @Override
    public void fail(Throwable cause) {
        // Once all is here it is not given up from outside: its transaction ends by itself.
        if (!ended && receipts.tryFail(cause)) {
            request.handler(null);
            request.endHandler(null);
            body = Buffer.buffer();
        }
    }

    @Override
    public boolean tooSlow(long bytesMin) {
        boolean slow = !ended && body.length() - receivedAtLastLook < bytesMin;
        receivedAtLastLook = body.length();
        return slow;
    }

    private void arrived(Buffer bytes) {
        if (body.length() + bytes.length() > settings.zipBytesMax()) {
            fail(new RefusedException(Problem.of(413, "body: is a zip larger than " + settings.zipBytesMax()
                    + " bytes, must be at most that (intake.http.zipBytesMax); split it. Nothing of it was kept")));
        } else {
            body.appendBuffer(bytes);
        }
    }

    private void end() {
        if (receipts.future().isComplete()) {
            return;
        }
        ended = true;
        byte[] bytes = body.getBytes();
        body = Buffer.buffer();
        ZipReader reader = new ZipReader(bytes, new Proportion(settings.compressionRatioMax(), settings.bodyBytesMax()),
                settings.zipFilesMax());
        submissions.begin(upload.id(), upload.partnerId(), Channel.HTTP).compose(writer -> {
            Promise<Void> written = Promise.promise();
            copy(reader, writer, false, written);
            return written.future()
                    .recover(failure -> writer.rollback().compose(gone -> Future.failedFuture(failure)))
                    .compose(all -> vertx.executeBlocking(() -> sha256(bytes), false))
                    .compose(hash -> writer.commitAll(upload.key(), hash));
        }).onComplete(receipts);
    }

    /** A loop by callbacks, because a chain of composed futures would grow with the files. */
    private void copy(ZipReader reader, SubmissionWriter writer, boolean begun, Promise<Void> written) {
        vertx.executeBlocking(reader::next, false)
                .compose(piece -> piece.isEmpty() ? Future.succeededFuture(false)
                        : write(writer, piece.get(), begun).map(true))
                .onFailure(written::tryFail)
                .onSuccess(more -> {
                    if (more) {
                        copy(reader, writer, true, written);
                    } else {
                        written.tryComplete();
                    }
                });
    }

    private Future<Void> write(SubmissionWriter writer, ZipReader.Piece piece, boolean begun) {
        Future<Void> file = piece.opensFile() && begun ? writer.another(submissions.newId()) : Future.succeededFuture();
        return file.compose(open -> writer.append(Buffer.buffer(piece.bytes())));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
