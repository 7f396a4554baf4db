package dev.claimgate.intake.folder;

import dev.claimgate.intake.UploadSlots;
import dev.claimgate.partner.Partner;
import dev.claimgate.partner.Partners;
import dev.claimgate.store.DiskRoom;
import dev.claimgate.store.Mailboxes;
import dev.claimgate.store.Notices;
import dev.claimgate.store.Sealer;
import dev.claimgate.store.Submissions;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Looks into the folders of all partners from time to time; a partner's large file holds up nobody else. */
public final class FolderVerticle extends VerticleBase {
    private final FolderSettings settings;
    private final Partners partners;
    private final Pool database;
    private final Sealer sealer;
    private final DiskRoom room;
    private final Notices notices;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, FolderWatch> watches = new HashMap<>();

    /** @param partners as they are now, asked anew at every look */
    public FolderVerticle(FolderSettings settings, Partners partners, Pool database, Sealer sealer, DiskRoom room,
                          Notices notices, MeterRegistry meters, Clock clock) {
        this.settings = settings;
        this.partners = partners;
        this.database = database;
        this.sealer = sealer;
        this.room = room;
        this.notices = notices;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public Future<?> start() {
        settings.directory().ifPresent(directory -> {
            FolderServices services = new FolderServices(vertx, partners, database, sealer,
                    new Submissions(database, clock, sealer, room), new Mailboxes(database, clock), notices,
                    new UploadSlots(settings.filesAtOnceMax(), 1), settings, new FolderMeters(meters), clock);
            vertx.setPeriodic(settings.poll().toMillis(), timer -> look(services, directory));
        });
        return Future.succeededFuture();
    }

    private void look(FolderServices services, Path directory) {
        for (Partner partner : partners.current().all()) {
            watches.computeIfAbsent(partner.id(), id -> new FolderWatch(services, directory.resolve(id), id)).look();
        }
    }

    /** Lets the file under way come to its end. */
    @Override
    public Future<?> stop() {
        return Future.join(watches.values().stream().map(FolderWatch::idle).toList());
    }
}
