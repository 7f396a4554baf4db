package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;

/** How much work waits in the database, for all its gateways together. */
public final class Queues {
    private static final String SQL = """
            select 'FILES' as queue, count(*) as size, min(received_at) as since from submission where state = 'RECEIVED'
            union all
            select 'CLAIMS', count(*), null from waiting_claim
            union all
            select 'INTERCHANGES', count(*), min(created_at) from outbound_interchange where state = 'READY'
            union all
            select 'REPLIES', count(*), min(received_at) from payer_reply where state = 'RECEIVED'
            union all
            select 'WEBHOOK_CALLS', count(*), min(created_at) from webhook_call where state = 'READY'""";

    private final Pool pool;
    private final Clock clock;

    public Queues(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** What waits. */
    public enum Queue {
        /** Received files, for their verdict. */
        FILES,
        /** Accepted claims, to become interchanges. */
        CLAIMS,
        /** Interchanges, for their payer to have them. */
        INTERCHANGES,
        /** Payers' answers, to be applied to claims. */
        REPLIES,
        WEBHOOK_CALLS
    }

    /**
     * @param size how many
     * @param age  of the oldest; zero where there is none, and always of claims, which are told by their interchanges
     */
    public record Length(long size, Duration age) {
        public static final Length NONE = new Length(0, Duration.ZERO);
    }

    /** All of them, as they are now. */
    public Future<Map<Queue, Length>> lengths() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return pool.preparedQuery(SQL).execute().map(rows -> {
            Map<Queue, Length> lengths = new EnumMap<>(Queue.class);
            for (Row row : rows) {
                OffsetDateTime since = row.getOffsetDateTime("since");
                lengths.put(Queue.valueOf(row.getString("queue")), new Length(row.getLong("size"),
                        since == null ? Duration.ZERO : Duration.between(since, now)));
            }
            return lengths;
        });
    }
}
