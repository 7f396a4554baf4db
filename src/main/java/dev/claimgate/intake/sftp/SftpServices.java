package dev.claimgate.intake.sftp;

import dev.claimgate.intake.UploadSlots;
import dev.claimgate.partner.Partners;
import dev.claimgate.store.AuditTrail;
import dev.claimgate.store.DiskRoom;
import dev.claimgate.store.Mailboxes;
import dev.claimgate.store.Notices;
import dev.claimgate.store.Sealer;
import dev.claimgate.store.StagedFiles;
import dev.claimgate.store.Submissions;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;

/** What all homes are made of. */
record SftpServices(Vertx vertx, Partners partners, Pool database, Sealer sealer, Submissions submissions, StagedFiles staged, Mailboxes mailboxes,
                    AuditTrail audit, Notices notices, UploadSlots slots, SftpSettings.Uploads limits, SftpMeters meters, Clock clock) {

    static SftpServices on(Vertx vertx, Partners partners, Pool database, Sealer sealer, DiskRoom room, Notices notices,
                           SftpSettings settings,
                           MeterRegistry meters, Clock clock) {
        SftpSettings.Uploads limits = settings.uploads();
        return new SftpServices(vertx, partners, database, sealer, new Submissions(database, clock, sealer, room),
                new StagedFiles(database, clock),
                new Mailboxes(database, clock), new AuditTrail(database, clock), notices, new UploadSlots(limits.streamsMax(), limits.streamsPerPartnerMax()),
                limits, new SftpMeters(meters), clock);
    }
}
