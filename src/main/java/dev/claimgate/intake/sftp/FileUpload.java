package dev.claimgate.intake.sftp;

import dev.claimgate.intake.UploadSlots;
import dev.claimgate.store.Receipt;
import dev.claimgate.store.SubmissionWriter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * A file coming in, byte after byte: kept when it is closed, gone without a trace when it is not. Holds one chunk in memory; a
 * file beyond that is written into an open transaction, for which it waits for a slot. Call one method at a time, each after
 * the future of the one before; only {@link #abort} may come at any time. For one event loop.
 */
final class FileUpload implements Handle {
    /** Bytes of one chunk in the database; a last write of up to one packet may exceed it. */
    static final int CHUNK_BYTES = 256 * 1024;

    /** How often its speed is looked at. */
    static final int SPEED_SECONDS = 15;

    private static final Refusal CUT_OFF = Refusal.failure("the line was cut; nothing of the file was kept");

    private final Inbox inbox;
    private final String name;
    private final long timer;
    private Buffer chunk = Buffer.buffer();
    private final long speedTimer;
    private long received;
    private long receivedAtLastLook;
    private boolean flushing;
    private Optional<UploadSlots.Slot> slot = Optional.empty();
    private Optional<SubmissionWriter> writer = Optional.empty();
    private Optional<Refusal> spoilt = Optional.empty();
    private boolean ended;

    FileUpload(Inbox inbox, String name) {
        this.inbox = inbox;
        this.name = name;
        this.timer = inbox.afterUploadMax(() -> spoil(Refusal.limit("upload-time", "the upload took longer than "
                + inbox.limits().uploadMax().toSeconds() + " s; nothing of it was kept, upload it anew")));
        this.speedTimer = inbox.every(SPEED_SECONDS, this::lookAtSpeed);
    }

    /** Only who holds a place that others may wait for must hurry; not while he waits for us. */
    private void lookAtSpeed() {
        boolean slow = received - receivedAtLastLook < (long) SPEED_SECONDS * inbox.limits().bytesPerSecondMin();
        receivedAtLastLook = received;
        if (slow && writer.isPresent() && !flushing) {
            spoil(Refusal.limit("slow-upload", "the upload came more slowly than " + inbox.limits().bytesPerSecondMin()
                    + " bytes a second; nothing of it was kept, upload it anew"));
        }
    }

    /** Takes bytes that must follow those before them; done when there is room for more. */
    Future<Void> write(long offset, Buffer bytes) {
        if (spoilt.isPresent()) {
            return Future.failedFuture(spoilt.get());
        }
        if (offset != received) {
            return refuse(Refusal.unsupported("a write at byte " + offset + ", must be at " + received
                    + ": files are written from their first byte to their last; nothing of it was kept, upload it anew"));
        }
        received += bytes.length();
        if (received > inbox.limits().fileBytesMax()) {
            return refuse(Refusal.limit("file-bytes", "the file is larger than " + inbox.limits().fileBytesMax()
                    + " bytes, must be split; nothing of it was kept"));
        }
        chunk.appendBuffer(bytes);
        if (chunk.length() < CHUNK_BYTES) {
            return Future.succeededFuture();
        }
        if (slot.isEmpty()) {
            slot = Optional.of(inbox.takeSlot());
        }
        return slot.get().turn().compose(mine -> flush());
    }

    private Future<Void> refuse(Refusal refusal) {
        spoil(refusal);
        return Future.failedFuture(refusal);
    }

    private Future<Void> flush() {
        Buffer full = chunk;
        chunk = Buffer.buffer();
        flushing = true;
        return begun().compose(open -> full.length() == 0 ? Future.<Void>succeededFuture() : open.append(full))
                .onComplete(done -> flushing = false)
                .recover(failure -> refuse(inbox.told(failure)));
    }

    private Future<SubmissionWriter> begun() {
        return writer.isPresent() ? Future.succeededFuture(writer.get()) : inbox.begin().compose(this::use);
    }

    /** The upload may have been spoilt or cut off while the transaction was opened. */
    private Future<SubmissionWriter> use(SubmissionWriter open) {
        if (ended || spoilt.isPresent()) {
            return open.rollback().compose(gone -> Future.failedFuture(spoilt.orElse(CUT_OFF)));
        }
        writer = Optional.of(open);
        return Future.succeededFuture(open);
    }

    @Override
    public Future<Void> close() {
        if (spoilt.isPresent()) {
            return Future.failedFuture(spoilt.get());
        }
        if (received == 0) {
            return refuse(Refusal.failure("the file is empty, must be an X12 file from ISA to IEA; it was not kept"));
        }
        inbox.cancel(timer);
        inbox.cancel(speedTimer);
        return flush().compose(written -> kept()).compose(receipt -> {
            end();
            return Future.succeededFuture(inbox.kept(name, receipt));
        }).onFailure(failure -> abort());
    }

    /** From here on the commit decides, and nobody rolls back any more. */
    private Future<Receipt> kept() {
        SubmissionWriter open = writer.orElseThrow();
        return inbox.name(open, name)
                .compose(named -> ended ? Future.failedFuture(CUT_OFF) : commit(open))
                .recover(failure -> Future.failedFuture(inbox.told(failure)));
    }

    private Future<Receipt> commit(SubmissionWriter open) {
        writer = Optional.empty();
        return open.commit();
    }

    private void spoil(Refusal refusal) {
        if (spoilt.isEmpty() && !ended) {
            spoilt = Optional.of(refusal);
            release();
        }
    }

    @Override
    public void abort() {
        if (!ended) {
            end();
        }
    }

    private void end() {
        ended = true;
        release();
    }

    private void release() {
        inbox.cancel(timer);
        inbox.cancel(speedTimer);
        chunk = Buffer.buffer();
        if (writer.isPresent()) {
            writer.get().rollback().onComplete(gone -> slot.ifPresent(UploadSlots.Slot::giveBack));
            writer = Optional.empty();
        } else {
            slot.ifPresent(UploadSlots.Slot::giveBack);
        }
    }

    @Override
    public Attributes attributes() {
        return Attributes.file(true, received, inbox.now());
    }
}
