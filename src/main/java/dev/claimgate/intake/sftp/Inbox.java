package dev.claimgate.intake.sftp;

import dev.claimgate.intake.FileNames;
import dev.claimgate.intake.UploadSlots;
import dev.claimgate.store.Channel;
import dev.claimgate.store.DiskFullException;
import dev.claimgate.store.Receipt;
import dev.claimgate.store.StagedFile;
import dev.claimgate.store.StagedFiles;
import dev.claimgate.store.StoredBytes;
import dev.claimgate.store.SubmissionWriter;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a partner puts files. One with a final name counts when it is closed and is gone from here with that; one with a
 * temporary name stays until it gets a final one. For a while the connection that brought a file still hears of it when it
 * asks, because clients ask after an upload whether it arrived whole. For one connection and event loop.
 */
final class Inbox implements FolderView {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int REMEMBERED_MAX = 1000;
    private static final Duration HOUR = Duration.ofHours(1);

    private final SftpServices services;
    private final String partnerId;
    private final Map<String, Entry> brought = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
            return size() > REMEMBERED_MAX;
        }
    };

    Inbox(SftpServices services, String partnerId) {
        this.services = services;
        this.partnerId = partnerId;
    }

    @Override
    public Future<List<Entry>> list() {
        return services.staged().list(partnerId, services.limits().listEntriesMax())
                .map(files -> files.stream().map(Inbox::entry).toList());
    }

    @Override
    public Future<Optional<Entry>> find(String name) {
        return services.staged().find(partnerId, name)
                .map(file -> file.map(Inbox::entry).or(() -> Optional.ofNullable(brought.get(name))));
    }

    @Override
    public Future<StoredBytes> open(String name) {
        return services.staged().find(partnerId, name).compose(file -> StoredBytes.ofFile(services.database(), services.sealer(),
                file.orElseThrow(Refusal::noSuchFile).id()));
    }

    @Override
    public Future<Void> remove(String name) {
        return services.staged().remove(partnerId, name)
                .compose(removed -> removed ? Future.succeededFuture() : Future.failedFuture(Refusal.noSuchFile()));
    }

    @Override
    public boolean writable() {
        return true;
    }

    /** Begins an upload if the partner's quotas allow one. */
    Future<FileUpload> upload(String name) {
        if (!FileNames.allowed(name)) {
            return Future.failedFuture(badName());
        }
        return withinQuotas(FileNames.temporary(name)).map(allowed -> new FileUpload(this, name));
    }

    /** Gives a file that lies here another name; with a final one it counts. */
    Future<Void> rename(String from, String to) {
        if (!FileNames.allowed(to)) {
            return Future.failedFuture(badName());
        }
        if (FileNames.temporary(to)) {
            return services.staged().rename(partnerId, from, to).compose(done -> done ? Future.succeededFuture()
                    : Future.failedFuture(Refusal.failure("there is no such file, or already one of the new name")));
        }
        return services.staged().find(partnerId, from).map(file -> file.orElseThrow(Refusal::noSuchFile))
                .compose(file -> withinQuotas(false)
                        .compose(allowed -> services.staged().receive(partnerId, from, to))
                        .map(id -> received(id.orElseThrow(Refusal::noSuchFile), to, file.byteCount())));
    }

    private static Refusal badName() {
        return Refusal.denied("the file name, must be " + FileNames.RIGHT);
    }

    private Future<Void> withinQuotas(boolean staysHere) {
        SftpSettings.Uploads limits = services.limits();
        Future<Void> hour = services.staged().receivedSince(partnerId, now().minus(HOUR)).compose(usage -> within(usage,
                limits.hourFilesMax(), limits.hourBytesMax(), "within an hour", "wait"));
        return !staysHere ? hour : hour.compose(fine -> services.staged().inInbox(partnerId).compose(usage -> within(usage,
                limits.inboxFilesMax(), limits.inboxBytesMax(), "in inbox under temporary names", "rename or remove some")));
    }

    private static Future<Void> within(StagedFiles.Usage usage, long filesMax, long bytesMax, String where, String cure) {
        return usage.files() < filesMax && usage.bytes() < bytesMax ? Future.succeededFuture()
                : Future.failedFuture(Refusal.limit("quota", "quota: " + usage.files() + " files of " + usage.bytes() + " bytes "
                        + where + ", must be fewer than " + filesMax + " and " + bytesMax + "; " + cure));
    }

    SftpSettings.Uploads limits() {
        return services.limits();
    }

    Instant now() {
        return services.clock().instant();
    }

    UploadSlots.Slot takeSlot() {
        return services.slots().take(partnerId);
    }

    long afterUploadMax(Runnable late) {
        return services.vertx().setTimer(services.limits().uploadMax().toMillis(), id -> late.run());
    }

    long every(int seconds, Runnable look) {
        return services.vertx().setPeriodic(seconds * 1000L, id -> look.run());
    }

    void cancel(long timer) {
        services.vertx().cancelTimer(timer);
    }

    Future<SubmissionWriter> begin() {
        return services.submissions().begin(services.submissions().newId(), partnerId, Channel.SFTP);
    }

    Future<Void> name(SubmissionWriter writer, String name) {
        return FileNames.temporary(name) ? writer.stage(partnerId, name) : writer.name(name);
    }

    /** The file is on disk. */
    Void kept(String name, Receipt receipt) {
        return FileNames.temporary(name) ? null : received(receipt.id(), name, receipt.byteCount());
    }

    private Void received(UUID id, String name, long byteCount) {
        services.notices().received();
        services.meters().received(byteCount);
        LOG.info("submission {}: received by SFTP from {}, {} bytes", id, partnerId, byteCount);
        brought.put(name, new Entry(name, "RECEIVED", Attributes.file(true, byteCount, now())));
        return null;
    }

    /** What the partner is told of a failure; the operator reads the cause, without its message, which may quote values. */
    Refusal told(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal;
        }
        if (DiskFullException.isCauseOf(failure)) {
            LOG.warn("an upload by SFTP from {} cannot be kept: the disk of the database is full", partnerId);
            return Refusal.limit("disk-full", "the disk of the gateway's database is full; this file is not confirmed, upload it"
                    + " again when the operator has made room");
        }
        LOG.warn("an upload by SFTP from {} cannot be kept: {}", partnerId, failure.getClass().getName()
                + (failure instanceof PgException refused ? " " + refused.getSqlState() : ""));
        return Refusal.failure("the gateway cannot keep files now; this one is not confirmed, upload it again later");
    }

    private static Entry entry(StagedFile file) {
        return new Entry(file.name(), "STAGED", Attributes.file(true, file.byteCount(), file.at()));
    }
}
