package dev.claimgate.intake.folder;

import dev.claimgate.intake.FileNames;
import dev.claimgate.store.Channel;
import dev.claimgate.store.MailboxFile;
import dev.claimgate.store.StoredBytes;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Set;

/**
 * Writes a partner's acknowledgements into {@code out}, each under a temporary name first. One is out of the mailbox only when it
 * is on disk; a crash between the two writes the same file once more.
 */
final class FolderDelivery {
    private static final int PIECE_BYTES = 256 * 1024;

    private final FolderServices services;
    private final PartnerFolder folder;
    private final String partnerId;

    FolderDelivery(FolderServices services, PartnerFolder folder, String partnerId) {
        this.services = services;
        this.folder = folder;
        this.partnerId = partnerId;
    }

    Future<Void> deliver() {
        Set<String> kinds = services.partners().byId(partnerId)
                .map(partner -> partner.acknowledgements().files()).orElse(Set.of());
        return services.mailboxes().waiting(partnerId, Channel.FOLDER, kinds, services.settings().filesPerLookMax())
                .compose(this::each);
    }

    private Future<Void> each(List<MailboxFile> files) {
        Future<Void> last = Future.succeededFuture();
        for (MailboxFile file : files) {
            last = last.compose(written -> write(file));
        }
        return last;
    }

    private Future<Void> write(MailboxFile file) {
        String name = FileNames.of(file);
        return StoredBytes.ofAcknowledgement(services.database(), services.sealer(), file.id())
                .compose(bytes -> services.vertx().executeBlocking(() -> folder.write(name), false)
                        .compose(channel -> copy(bytes, channel)
                                .compose(copied -> services.vertx().executeBlocking(() -> {
                                    folder.written(channel, name);
                                    return null;
                                }, false))
                                .eventually(() -> services.vertx().executeBlocking(() -> {
                                    channel.close();
                                    return null;
                                }, false))))
                .compose(written -> services.mailboxes().remove(partnerId, Channel.FOLDER, file.id()))
                .onSuccess(removed -> services.meters().delivered())
                .mapEmpty();
    }

    private Future<Void> copy(StoredBytes bytes, FileChannel channel) {
        Promise<Void> done = Promise.promise();
        next(bytes, 0, channel, done);
        return done.future();
    }

    private void next(StoredBytes bytes, long from, FileChannel channel, Promise<Void> done) {
        bytes.read(from, PIECE_BYTES).compose(piece -> services.vertx().executeBlocking(() -> {
            PartnerFolder.append(channel, piece.getBytes());
            return piece.length();
        }, false)).onFailure(done::fail).onSuccess(length -> {
            if (length == 0) {
                done.complete();
            } else {
                next(bytes, from + length, channel, done);
            }
        });
    }
}
