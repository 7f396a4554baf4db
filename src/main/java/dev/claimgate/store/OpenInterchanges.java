package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Collection;

/** Interchanges with claims that their payer still owes an answer for. */
final class OpenInterchanges {
    // Whoever moves claims on that are in an interchange holds the lock on that: a delivery, and the answers of its payer.
    private static final String LOCK = "select id from outbound_interchange where id = any($1) order by id for update";
    private static final String ANSWERED = """
            update outbound_interchange o set answered_at = $2 where id = any($1) and answered_at is null
              and not exists (select 1 from claim c where c.id = any(o.claim_ids) and c.state in ('QUEUED', 'SENT'))""";

    private OpenInterchanges() {
    }

    /** Lets nobody else move their claims on until the transaction ends. */
    static Future<Void> lock(SqlConnection connection, Collection<Long> ids) {
        return connection.preparedQuery(LOCK).execute(Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new))).mapEmpty();
    }

    /** Claims of these were answered; an interchange is complete with the last of them. */
    static Future<Void> answered(SqlConnection connection, Collection<Long> ids, OffsetDateTime at) {
        return connection.preparedQuery(ANSWERED).execute(Tuple.of(ids.toArray(Long[]::new), at)).mapEmpty();
    }
}
