package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts claims and failing deliveries by payer. */
public final class PayerStatistics {
    /** Here all rows are meant, and reading them by an index would take longest. */
    private static final String ALL_ROWS = "set local enable_seqscan = on";
    private static final String SQL = """
            select c.payer_id, count(*) filter (where claim_state(c.state, o.state) in ('WAITING', 'QUEUED')) as waiting,
                   count(*) filter (where claim_state(c.state, o.state) not in ('WAITING', 'QUEUED')) as sent,
                   0::bigint as failing
            from claim c left join outbound_interchange o on o.id = c.outbound_id
            where ($1::text is null or c.partner_id = $1) and c.payer_id is not null
                 and c.state in ('WAITING', 'QUEUED', 'SENT', 'PAYER_ACCEPTED', 'PAYER_REJECTED', 'NEEDS_ATTENTION')
            group by c.payer_id
            union all
            select payer_id, 0, 0, count(*) from outbound_interchange
            where state = 'READY' and last_error is not null group by payer_id""";

    private final Pool pool;

    public PayerStatistics(Pool pool) {
        this.pool = pool;
    }

    /** Counts by payer id, of one partner or of all; a payer without claims is absent. */
    public Future<Map<String, Counts>> of(Optional<String> partnerId) {
        Tuple partner = Tuple.tuple().addString(partnerId.orElse(null));
        return pool.withTransaction(connection -> connection.query(ALL_ROWS).execute()
                .compose(v -> connection.preparedQuery(SQL).execute(partner))).map(rows -> {
            Map<String, Counts> counts = new HashMap<>();
            for (Row row : rows) {
                counts.merge(row.getString("payer_id"), new Counts(row.getLong("waiting"), row.getLong("sent"),
                        row.getLong("failing")), Counts::plus);
            }
            return counts;
        });
    }

    /**
     * @param waiting accepted claims that the payer does not have yet
     * @param sent    claims that were given to the payer
     * @param failing deliveries of all partners that failed and will be repeated
     */
    public record Counts(long waiting, long sent, long failing) {
        public static final Counts NONE = new Counts(0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(waiting + other.waiting, sent + other.sent, failing + other.failing);
        }
    }
}
