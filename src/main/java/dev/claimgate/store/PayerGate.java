package dev.claimgate.store;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What keeps deliveries from a payer beside its breaker.
 *
 * @param heldSince   when an operator held it; empty if none did
 * @param heldBy      id of that operator; empty if it is not held
 * @param note        what he wrote; may be empty
 * @param pausedUntil until when the payer asked to be left alone; empty if it did not, may be past
 */
public record PayerGate(Optional<Instant> heldSince, String heldBy, String note, Optional<Instant> pausedUntil) {
    public static final PayerGate OPEN = new PayerGate(Optional.empty(), "", "", Optional.empty());

    static PayerGate of(Row row) {
        return new PayerGate(instant(row, "held_at"), text(row, "held_by"), text(row, "note"), instant(row, "paused_until"));
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    private static String text(Row row, String column) {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }
}
