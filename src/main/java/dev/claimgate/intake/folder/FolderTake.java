package dev.claimgate.intake.folder;

import dev.claimgate.store.Channel;
import dev.claimgate.store.FolderFile;
import dev.claimgate.store.Receipt;
import dev.claimgate.store.SubmissionWriter;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Brings one file of a drop folder into the database, chunk by chunk, with the record that it was taken. */
final class FolderTake {
    private static final int CHUNK_BYTES = 256 * 1024;

    private final FolderServices services;
    private final PartnerFolder folder;
    private final String partnerId;
    private final FoundFile file;

    /** What became of a file. */
    enum Outcome { RECEIVED, TAKEN_BEFORE, CHANGED }

    /** @param receipt of a file that was received now */
    record Result(Outcome outcome, Optional<Receipt> receipt) {
    }

    FolderTake(FolderServices services, PartnerFolder folder, String partnerId, FoundFile file) {
        this.services = services;
        this.folder = folder;
        this.partnerId = partnerId;
        this.file = file;
    }

    Future<Result> take() {
        return blocking(() -> folder.open(file.name())).compose(channel ->
                services.submissions().begin(services.submissions().newId(), partnerId, Channel.FOLDER)
                        .compose(writer -> copy(channel, writer).compose(copied -> end(writer))
                                .recover(failure -> writer.rollback().compose(gone -> Future.failedFuture(failure))))
                        .eventually(() -> blocking(() -> {
                            channel.close();
                            return null;
                        })));
    }

    private Future<Void> copy(FileChannel channel, SubmissionWriter writer) {
        Promise<Void> done = Promise.promise();
        next(channel, writer, done);
        return done.future();
    }

    private void next(FileChannel channel, SubmissionWriter writer, Promise<Void> done) {
        blocking(() -> read(channel)).onFailure(done::fail).onSuccess(chunk -> {
            if (chunk.length() == 0 || writer.byteCount() > file.byteCount()) {
                done.complete();
            } else {
                writer.append(chunk).onFailure(done::fail).onSuccess(written -> next(channel, writer, done));
            }
        });
    }

    private static Buffer read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK_BYTES);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // A read may give less than there is.
        }
        return Buffer.buffer(bytes.position()).appendBytes(bytes.array(), 0, bytes.position());
    }

    /** A file that someone wrote to meanwhile is left for a later look. */
    private Future<Result> end(SubmissionWriter writer) {
        return blocking(() -> folder.look(file.name())).compose(now -> {
            if (!now.equals(Optional.of(file)) || writer.byteCount() != file.byteCount()) {
                return undone(writer, Outcome.CHANGED);
            }
            return writer.name(file.name())
                    .compose(named -> writer.takenFrom(
                            new FolderFile(partnerId, file.name(), file.byteCount(), file.modifiedAt())))
                    .compose(first -> first
                            ? writer.commit().map(receipt -> new Result(Outcome.RECEIVED, Optional.of(receipt)))
                            : undone(writer, Outcome.TAKEN_BEFORE));
        });
    }

    private static Future<Result> undone(SubmissionWriter writer, Outcome outcome) {
        return writer.rollback().map(gone -> new Result(outcome, Optional.empty()));
    }

    private <T> Future<T> blocking(Callable<T> work) {
        return services.vertx().executeBlocking(work, false);
    }
}
