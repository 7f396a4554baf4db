package dev.claimgate.store;

import dev.claimgate.partner.ExpectedAnswers;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;

/** Counts what payers have and did not answer in time. */
public final class OverdueAnswers {
    private static final String SQL = """
            select (select count(*) from outbound_interchange
                    where payer_id = $1 and state = 'SENT' and $3 and sent_at < $2) as interchanges,
                   (select count(*) from claim c join outbound_interchange o on o.id = c.outbound_id
                    where c.payer_id = $1 and c.state = 'SENT' and $5 and o.sent_at < $4) as claims""";

    private final Pool pool;
    private final Clock clock;

    public OverdueAnswers(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * @param interchanges without their 999
     * @param claims       without an answer of their own
     */
    public record Counts(long interchanges, long claims) {
    }

    /** What one payer owes; an answer that it does not give is never late. */
    public Future<Counts> of(String payerId, ExpectedAnswers expected) {
        return pool.preparedQuery(SQL).execute(Tuple.of(payerId, ago(expected.syntax()), !expected.syntax().isZero(),
                ago(expected.claims()), !expected.claims().isZero())).map(rows -> {
                    var row = rows.iterator().next();
                    return new Counts(row.getLong("interchanges"), row.getLong("claims"));
                });
    }

    private OffsetDateTime ago(Duration time) {
        return OffsetDateTime.now(clock).minus(time);
    }
}
