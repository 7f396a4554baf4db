package dev.claimgate.intake.sftp;

import dev.claimgate.intake.FileNames;
import dev.claimgate.store.ArchivedFile;
import dev.claimgate.store.AuditTrail;
import dev.claimgate.store.Channel;
import dev.claimgate.store.StoredBytes;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** What a partner sent by SFTP and how it stands; to be looked at and read only. */
final class Archive implements FolderView {
    /** Files of one second in which a name is looked for: more than one partner can send. */
    private static final int ONE_SECOND_MAX = 10_000;

    private final SftpServices services;
    private final String partnerId;

    Archive(SftpServices services, String partnerId) {
        this.services = services;
        this.partnerId = partnerId;
    }

    @Override
    public Future<List<Entry>> list() {
        return services.mailboxes().sent(partnerId, services.limits().listEntriesMax()).map(files -> files.stream().map(Archive::entry).toList());
    }

    @Override
    public Future<Optional<Entry>> find(String name) {
        return file(name).map(file -> file.map(Archive::entry));
    }

    @Override
    public Future<StoredBytes> open(String name) {
        return file(name).map(file -> file.orElseThrow(Refusal::noSuchFile)).compose(file -> services.audit()
                .read(partnerId, Channel.SFTP.name(), AuditTrail.Action.FILE_READ, file.id().toString())
                .compose(recorded -> StoredBytes.ofFile(services.database(), services.sealer(), file.id())));
    }

    @Override
    public Future<Void> remove(String name) {
        return Future.failedFuture(Refusal.denied("files in archive cannot be removed"));
    }

    @Override
    public boolean writable() {
        return false;
    }

    private Future<Optional<ArchivedFile>> file(String name) {
        Optional<FileNames.Archived> parts = FileNames.archived(name);
        return parts.isEmpty() ? Future.succeededFuture(Optional.empty())
                : services.mailboxes().sent(partnerId, parts.get().second(), ONE_SECOND_MAX)
                        .map(files -> files.stream().filter(parts.get()::names).findFirst());
    }

    private static Entry entry(ArchivedFile file) {
        return new Entry(FileNames.of(file), file.state(), Attributes.file(false, file.byteCount(), file.receivedAt()));
    }
}
