package dev.claimgate.intake.folder;

import dev.claimgate.intake.UploadSlots;
import dev.claimgate.partner.Partners;
import dev.claimgate.store.Mailboxes;
import dev.claimgate.store.Notices;
import dev.claimgate.store.Sealer;
import dev.claimgate.store.Submissions;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;

/** What the watches of all partners share. */
record FolderServices(Vertx vertx, Partners partners, Pool database, Sealer sealer, Submissions submissions, Mailboxes mailboxes,
                      Notices notices, UploadSlots slots, FolderSettings settings, FolderMeters meters, Clock clock) {
}
