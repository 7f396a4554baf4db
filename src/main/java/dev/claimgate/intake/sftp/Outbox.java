package dev.claimgate.intake.sftp;

import dev.claimgate.intake.FileNames;
import dev.claimgate.store.AuditTrail;
import dev.claimgate.store.Channel;
import dev.claimgate.store.MailboxFile;
import dev.claimgate.store.StoredBytes;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The acknowledgements of what a partner sent, by SFTP only or in any way as he wants it, until he removes them. */
final class Outbox implements FolderView {
    private final SftpServices services;
    private final String partnerId;
    private final Supplier<Set<String>> kinds;

    /** @param kinds which acknowledgements the partner wants here, asked each time */
    Outbox(SftpServices services, String partnerId, Supplier<Set<String>> kinds) {
        this.kinds = kinds;
        this.services = services;
        this.partnerId = partnerId;
    }

    @Override
    public Future<List<Entry>> list() {
        return services.mailboxes().waiting(partnerId, Channel.SFTP, kinds.get(), services.limits().listEntriesMax())
                .map(files -> files.stream().map(Outbox::entry).toList());
    }

    @Override
    public Future<Optional<Entry>> find(String name) {
        return file(name).map(file -> file.map(Outbox::entry));
    }

    @Override
    public Future<StoredBytes> open(String name) {
        return file(name).map(file -> file.orElseThrow(Refusal::noSuchFile)).compose(file -> services.audit()
                .read(partnerId, Channel.SFTP.name(), AuditTrail.Action.ACKNOWLEDGEMENTS_READ, Long.toString(file.id()))
                .compose(recorded -> StoredBytes.ofAcknowledgement(services.database(), services.sealer(), file.id())));
    }

    @Override
    public Future<Void> remove(String name) {
        return file(name).compose(file -> services.mailboxes()
                        .remove(partnerId, Channel.SFTP, file.orElseThrow(Refusal::noSuchFile).id()))
                .compose(removed -> removed ? Future.succeededFuture() : Future.failedFuture(Refusal.noSuchFile()));
    }

    @Override
    public boolean writable() {
        return true;
    }

    private Future<Optional<MailboxFile>> file(String name) {
        Optional<Integer> number = FileNames.controlNumber(name);
        return number.isEmpty() ? Future.succeededFuture(Optional.empty())
                : services.mailboxes().waiting(partnerId, Channel.SFTP, number.get(), kinds.get()).map(files -> files.stream()
                        .filter(file -> FileNames.of(file).equals(name)).findFirst());
    }

    private static Entry entry(MailboxFile file) {
        return new Entry(FileNames.of(file), file.kind(), Attributes.file(false, file.byteCount(), file.createdAt()));
    }
}
