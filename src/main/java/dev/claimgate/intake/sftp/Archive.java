package dev.claimgate.intake.sftp;

import dev.claimgate.intake.FileNames;
import dev.claimgate.store.ArchivedFile;
import dev.claimgate.store.Mailboxes;
import dev.claimgate.store.StoredBytes;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Optional;

/** What a partner sent by SFTP and how it stands; to be looked at and read only. */
final class Archive implements FolderView {
    /** Files of one second in which a name is looked for: more than one partner can send. */
    private static final int ONE_SECOND_MAX = 10_000;

    private final Pool database;
    private final Mailboxes mailboxes;
    private final String partnerId;
    private final int entriesMax;

    Archive(Pool database, Mailboxes mailboxes, String partnerId, int entriesMax) {
        this.database = database;
        this.mailboxes = mailboxes;
        this.partnerId = partnerId;
        this.entriesMax = entriesMax;
    }

    @Override
    public Future<List<Entry>> list() {
        return mailboxes.sent(partnerId, entriesMax).map(files -> files.stream().map(Archive::entry).toList());
    }

    @Override
    public Future<Optional<Entry>> find(String name) {
        return file(name).map(file -> file.map(Archive::entry));
    }

    @Override
    public Future<StoredBytes> open(String name) {
        return file(name).compose(file -> StoredBytes.ofFile(database, file.orElseThrow(Refusal::noSuchFile).id()));
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
                : mailboxes.sent(partnerId, parts.get().second(), ONE_SECOND_MAX)
                        .map(files -> files.stream().filter(parts.get()::names).findFirst());
    }

    private static Entry entry(ArchivedFile file) {
        return new Entry(FileNames.of(file), file.state(), Attributes.file(false, file.byteCount(), file.receivedAt()));
    }
}
