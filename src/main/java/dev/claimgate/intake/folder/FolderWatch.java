package dev.claimgate.intake.folder;

import dev.claimgate.intake.FileNames;
import dev.claimgate.intake.UploadSlots;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the folder of one partner: takes what is whole, sets aside what cannot be taken, writes what he gets back. */
final class FolderWatch {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private static final int NAME_MAX = 200;

    private final FolderServices services;
    private final PartnerFolder folder;
    private final String partnerId;
    private final StableFiles stable;
    private final FolderDelivery delivery;
    private Future<Void> looking = Future.succeededFuture();
    private Optional<Throwable> trouble = Optional.empty();
    private boolean troubled;

    FolderWatch(FolderServices services, Path home, String partnerId) {
        this.services = services;
        this.folder = new PartnerFolder(home);
        this.partnerId = partnerId;
        this.stable = new StableFiles(services.settings().stable());
        this.delivery = new FolderDelivery(services, folder, partnerId);
    }

    /** Looks once, unless the look before still goes on. */
    void look() {
        if (looking.isComplete()) {
            looking = services.vertx().executeBlocking(() -> folder.ready() ? folder.files() : null, false)
                    .compose(files -> files == null ? Future.succeededFuture() : work(files))
                    .onComplete(done -> tell(done.cause()));
        }
    }

    /** Done when the look under way is. */
    Future<Void> idle() {
        return looking.otherwiseEmpty();
    }

    private Future<Void> work(List<FoundFile> files) {
        Future<Void> last = Future.succeededFuture();
        trouble = Optional.empty();
        List<FoundFile> whole = stable.of(files, services.clock().instant());
        for (FoundFile file : whole.subList(0, Math.min(whole.size(), services.settings().filesPerLookMax()))) {
            last = last.compose(taken -> take(file).recover(this::later));
        }
        return last.compose(taken -> delivery.deliver()).compose(delivered ->
                trouble.isEmpty() ? Future.succeededFuture() : Future.failedFuture(trouble.get()));
    }

    /** One file that cannot be read holds up no other; it is tried again at the next look. */
    private Future<Void> later(Throwable failure) {
        trouble = Optional.of(failure);
        return Future.succeededFuture();
    }

    private Future<Void> take(FoundFile file) {
        Optional<String> fault = fault(file);
        if (fault.isPresent()) {
            services.meters().refused();
            LOG.warn("a file in the folder of {} is set aside: {}", partnerId, fault.get());
            return moved(() -> folder.failed(file.name(), as(tame(file.name()), UUID.randomUUID().toString().substring(0, 8)),
                    fault.get()));
        }
        UploadSlots.Slot slot = services.slots().take(partnerId);
        return slot.turn().compose(mine -> new FolderTake(services, folder, partnerId, file).take())
                .onComplete(done -> slot.giveBack())
                .compose(result -> settle(file, result));
    }

    private Optional<String> fault(FoundFile file) {
        if (!FileNames.allowed(file.name())) {
            return Optional.of("the file name, must be " + FileNames.RIGHT);
        }
        if (file.byteCount() == 0) {
            return Optional.of("the file is empty, must be an X12 file from ISA to IEA");
        }
        long max = services.settings().fileBytesMax();
        return file.byteCount() <= max ? Optional.empty()
                : Optional.of("the file has " + file.byteCount() + " bytes, must have " + max + " at most; split it");
    }

    private Future<Void> settle(FoundFile file, FolderTake.Result result) {
        switch (result.outcome()) {
            case RECEIVED -> {
                UUID id = result.receipt().orElseThrow().id();
                services.notices().received();
                services.meters().received(file.byteCount());
                LOG.info("submission {}: received by folder from {}, {} bytes", id, partnerId, file.byteCount());
                return moved(() -> folder.done(file.name(), as(file.name(), FileNames.end(id))));
            }
            case TAKEN_BEFORE -> {
                services.meters().again();
                LOG.info("a file in the folder of {} was taken before, and is moved away", partnerId);
                return moved(() -> folder.done(file.name(), as(file.name(), "again")));
            }
            default -> {
                return Future.succeededFuture();
            }
        }
    }

    /** {@code 20261124T005512Z_1a2b3c4d_claims.edi}, so that no file ever takes the place of another. */
    private String as(String name, String mark) {
        return FileNames.second(services.clock().instant()) + "_" + mark + "_" + name;
    }

    /** A name that need not be allowed, made fit to have something put before and behind it. */
    private static String tame(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return plain.substring(0, Math.min(NAME_MAX, plain.length()));
    }

    private interface Move {
        void run() throws Exception;
    }

    private Future<Void> moved(Move move) {
        return services.vertx().executeBlocking(() -> {
            move.run();
            return null;
        }, false);
    }

    /** Once when trouble begins and once when it is over. No message: it may quote a file's name. */
    private void tell(Throwable failure) {
        if (failure != null && !troubled) {
            LOG.warn("the folder of {} cannot be worked off now, it is looked into again: {}", partnerId,
                    failure.getClass().getName() + (failure instanceof PgException refused ? " " + refused.getSqlState() : ""));
        } else if (failure == null && troubled) {
            LOG.info("the folder of {} is worked off again", partnerId);
        }
        troubled = failure != null;
    }
}
