package dev.claimgate.intake.sftp;

import dev.claimgate.intake.sftp.HomePath.Folder;
import dev.claimgate.partner.Partners;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a partner finds behind his login: three folders, of which nothing exists but rows of the database with his id. */
final class Home {
    private final SftpServices services;
    private final String partnerId;
    private final Inbox inbox;
    private final Map<Folder, FolderView> folders = new EnumMap<>(Folder.class);

    Home(SftpServices services, String partnerId) {
        this.services = services;
        this.partnerId = partnerId;
        this.inbox = new Inbox(services, partnerId);
        folders.put(Folder.INBOX, inbox);
        folders.put(Folder.OUTBOX, new Outbox(services, partnerId, () -> wanted(services.partners(), partnerId)));
        folders.put(Folder.ARCHIVE, new Archive(services, partnerId));
    }

    private static Set<String> wanted(Partners partners, String partnerId) {
        return partners.byId(partnerId).map(partner -> partner.acknowledgements().files()).orElse(Set.of());
    }

    Future<Attributes> attributes(HomePath path) {
        if (path.isFolder()) {
            return Future.succeededFuture(folder(path));
        }
        return view(path).find(path.name()).map(entry -> entry.orElseThrow(Refusal::noSuchFile).attributes());
    }

    private Attributes folder(HomePath path) {
        return Attributes.folder(path.folder().map(folder -> folders.get(folder).writable()).orElse(false),
                services.clock().instant());
    }

    Future<Handle.Listing> list(HomePath path) {
        if (!path.isFolder()) {
            return Future.failedFuture(Refusal.noSuchFile());
        }
        Future<List<Entry>> entries = path.folder().isPresent() ? view(path).list() : Future.succeededFuture(top());
        return entries.map(all -> new Handle.Listing(folder(path), all));
    }

    private List<Entry> top() {
        return Arrays.stream(Folder.values())
                .map(folder -> new Entry(folder.text(), "-", Attributes.folder(folders.get(folder).writable(),
                        services.clock().instant()))).toList();
    }

    Future<Handle.Download> read(HomePath path) {
        if (path.isFolder()) {
            return Future.failedFuture(Refusal.failure("a folder cannot be read as a file"));
        }
        return attributes(path).compose(attributes -> view(path).open(path.name())
                .map(bytes -> new Handle.Download(bytes, attributes)));
    }

    /** Whether a file of that temporary name lies in the inbox. */
    Future<Boolean> staged(HomePath path) {
        return services.staged().find(partnerId, path.name()).map(Optional::isPresent);
    }

    /** Begins a new file. */
    Future<FileUpload> write(HomePath path) {
        return path.isFileIn(Folder.INBOX) ? inbox.upload(path.name()) : Future.failedFuture(notHere());
    }

    Future<Void> rename(HomePath from, HomePath to) {
        return from.isFileIn(Folder.INBOX) && to.isFileIn(Folder.INBOX) ? inbox.rename(from.name(), to.name())
                : Future.failedFuture(notHere());
    }

    Future<Void> remove(HomePath path) {
        return path.isFolder() ? Future.failedFuture(notHere()) : view(path).remove(path.name());
    }

    private FolderView view(HomePath path) {
        return folders.get(path.folder().orElseThrow(Refusal::noSuchFile));
    }

    private static Refusal notHere() {
        return Refusal.denied("files can be written and renamed in inbox only, and the folders stay as they are");
    }
}
