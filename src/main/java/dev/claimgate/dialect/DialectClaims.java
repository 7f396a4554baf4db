package dev.claimgate.dialect;

import dev.claimgate.reply.UnreadableReplyException;
import dev.claimgate.superbill.BillEnvelope;
import dev.claimgate.superbill.BillFault;
import dev.claimgate.superbill.BillRecord;
import dev.claimgate.superbill.Superbill;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;

/** Makes 837P files of claims that partners send in dialects of their own. */
public final class DialectClaims {
    private final Dialects dialects;
    private final DfdlReaders readers;

    public DialectClaims(Vertx vertx, Dialects dialects) {
        this.dialects = dialects;
        this.readers = new DfdlReaders(vertx, "claim-dialects");
    }

    /** The longest file that is read. */
    public int bytesMax(String name) {
        return dialects.claimDialect(name).text().bytesMax();
    }

    /**
     * Reads one file. What its sender did wrong is no failure but {@link Superbill.Refused}.
     *
     * @param name a claim format of the dialects' folder
     */
    public Future<Superbill> convert(String name, byte[] file, BillEnvelope envelope) {
        ClaimDialect dialect = dialects.claimDialect(name);
        return readers.read(dialect.text(), file, records -> Superbill.convert(bills(records), dialect.mapping(), envelope))
                .recover(failure -> failure instanceof UnreadableReplyException unreadable
                        ? Future.succeededFuture(Superbill.Refused.of(fault(dialect, unreadable)))
                        : Future.failedFuture(failure));
    }

    private static List<BillRecord> bills(List<DialectRecord> records) {
        return records.stream().map(record -> new BillRecord(record.name(), record.line(), record.fields())).toList();
    }

    private static BillFault fault(ClaimDialect dialect, UnreadableReplyException unreadable) {
        Optional<UnreadableReplyException.Place> place = unreadable.place();
        if (place.isEmpty()) {
            return new BillFault(0, "", unreadable.getMessage(), "an export within the limits of " + dialect.text().name());
        }
        String element = place.get().element().isEmpty() ? "" : ", element " + place.get().element();
        return new BillFault(place.get().line(), "", "does not follow " + dialect.text().schema().getFileName() + element,
                dialect.mapping().shownLine(place.get().lineStart()));
    }
}
