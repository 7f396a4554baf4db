package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/** Who sent, read and changed what. Only ever added to; holds ids and counts, no element value. */
public final class AuditTrail {
    private static final String ADD =
            "insert into audit_event (at, partner_id, actor, action, object, detail) values ($1, $2, $3, $4, $5, $6)";

    private final Pool pool;
    private final Clock clock;

    public AuditTrail(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** What is done to a partner's data. */
    public enum Action {
        FILE_RECEIVED, FILE_READ, ACKNOWLEDGEMENTS_READ, ACKNOWLEDGEMENT_REMOVED, CLAIM_READ, CLAIMS_SEARCHED,
        PARTNERS_CHANGED, RETENTION_REMOVED, PAYER_HELD, PAYER_RELEASED, PAYER_REPLY_RECEIVED;

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Keeps that somebody reads a partner's data; answer him only when this has succeeded. */
    public Future<Void> read(String partnerId, String actor, Action action, String object) {
        return add(pool, OffsetDateTime.now(clock), Optional.of(partnerId), actor, action, object, Optional.empty());
    }

    /** Keeps that something changed that is not one partner's. */
    public Future<Void> changed(String actor, Action action, String object, JsonObject detail) {
        return add(pool, OffsetDateTime.now(clock), Optional.empty(), actor, action, object, Optional.of(detail));
    }

    static Future<Void> add(SqlClient client, OffsetDateTime at, Optional<String> partnerId, String actor, Action action,
                            String object, Optional<JsonObject> detail) {
        return client.preparedQuery(ADD).execute(Tuple.tuple().addOffsetDateTime(at).addString(partnerId.orElse(null))
                .addString(actor).addString(action.label()).addString(object).addValue(detail.orElse(null))).mapEmpty();
    }
}
