package dev.claimgate.store;

import dev.claimgate.partner.ExpectedAnswers;
import dev.claimgate.partner.ExpectedAnswers.Ta1;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What payers have and did not answer in time, and what they answered that nobody understands. */
public final class OverdueAnswers {
    /** Alerts listed for one payer. */
    public static final int ALERTS_MAX = 200;
    // A time that is null is never before: that answer is not expected.
    private static final String COUNTS = """
            select (select count(*) from outbound_interchange
                    where payer_id = $1 and state = 'SENT' and ta1_at is null and sent_at < $2) as envelopes,
                   (select count(*) from outbound_interchange
                    where payer_id = $1 and state = 'SENT' and sent_at < $3) as interchanges,
                   (select count(*) from claim c join outbound_interchange o on c.id = any(o.claim_ids)
                    where o.payer_id = $1 and o.answered_at is null and o.sent_at < $4
                      and c.state in ('QUEUED', 'SENT')) as claims""";
    private static final String LATE = """
            select control_number, sent_at, claims, envelope, syntax, open from (
                select o.control_number, o.sent_at, o.claim_count::bigint as claims,
                       o.state = 'SENT' and o.ta1_at is null and o.sent_at < $2 as envelope,
                       o.state = 'SENT' and o.sent_at < $3 as syntax, 0::bigint as open
                from outbound_interchange o
                where o.payer_id = $1 and o.state = 'SENT' and o.sent_at < greatest($2, $3)
                union all
                select o.control_number, o.sent_at, 0, false, false, count(*)
                from claim c join outbound_interchange o on c.id = any(o.claim_ids)
                where o.payer_id = $1 and o.answered_at is null and o.sent_at < $4 and c.state in ('QUEUED', 'SENT')
                group by o.id) late
            order by sent_at, control_number limit $5""";
    private static final String ODD_REPLIES = """
            select state, received_at, note from payer_reply
            where payer_id = $1 and (state in ('UNMATCHED', 'UNREADABLE') or note is not null)
            order by received_at desc limit $2""";

    private final Pool pool;
    private final Clock clock;

    public OverdueAnswers(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * @param envelopes    interchanges without TA1 and 999
     * @param interchanges without their 999
     * @param claims       without an answer of their own
     */
    public record Counts(long envelopes, long interchanges, long claims) {
        public static final Counts NONE = new Counts(0, 0, 0);

        /** Whether something of it is more than in another count. */
        public boolean exceed(Counts other) {
            return envelopes > other.envelopes || interchanges > other.interchanges || claims > other.claims;
        }
    }

    /** What one payer owes; an answer that it does not give is never late. */
    public Future<Counts> of(String payerId, ExpectedAnswers expected) {
        return pool.preparedQuery(COUNTS)
                .execute(Tuple.of(payerId, ta1(expected), ago(expected.syntax()), ago(expected.claims())))
                .map(rows -> {
                    var row = rows.iterator().next();
                    return new Counts(row.getLong("envelopes"), row.getLong("interchanges"), row.getLong("claims"));
                });
    }

    /** The same one by one, at most {@value #ALERTS_MAX} oldest, and as many of its newest replies that matched nothing. */
    public Future<List<PayerAlert>> alerts(String payerId, ExpectedAnswers expected) {
        List<PayerAlert> alerts = new ArrayList<>();
        return pool.preparedQuery(LATE)
                .execute(Tuple.of(payerId, ta1(expected), ago(expected.syntax()), ago(expected.claims()), ALERTS_MAX))
                .compose(rows -> {
                    rows.forEach(row -> late(alerts, payerId, expected, row));
                    return pool.preparedQuery(ODD_REPLIES).execute(Tuple.of(payerId, ALERTS_MAX));
                }).map(rows -> {
                    rows.forEach(row -> alerts.add(reply(payerId, row)));
                    return alerts;
                });
    }

    /** Tells operators who have a webhook of those alerts that they were not told yet. */
    public Future<Void> tell(String payerId, ExpectedAnswers expected) {
        return alerts(payerId, expected).compose(alerts -> alerts.isEmpty() ? Future.succeededFuture()
                : WebhookCalls.add(pool, alerts, OffsetDateTime.now(clock)));
    }

    private static void late(List<PayerAlert> alerts, String payerId, ExpectedAnswers expected, Row row) {
        if (Boolean.TRUE.equals(row.getBoolean("envelope"))) {
            alerts.add(late(payerId, PayerAlert.Kind.TA1_MISSING, expected.envelope(), row, "claims"));
        }
        if (Boolean.TRUE.equals(row.getBoolean("syntax"))) {
            alerts.add(late(payerId, PayerAlert.Kind.ACKNOWLEDGEMENT_MISSING, expected.syntax(), row, "claims"));
        }
        if (row.getLong("open") > 0) {
            alerts.add(late(payerId, PayerAlert.Kind.CLAIM_ANSWERS_MISSING, expected.claims(), row, "open"));
        }
    }

    private static PayerAlert late(String payerId, PayerAlert.Kind kind, Duration within, Row row, String claims) {
        var sentAt = row.getOffsetDateTime("sent_at").toInstant();
        return new PayerAlert(payerId, kind, Optional.of(row.getInteger("control_number")), sentAt,
                Optional.of(sentAt.plus(within)), row.getLong(claims), "");
    }

    private static PayerAlert reply(String payerId, Row row) {
        boolean unreadable = row.getString("state").equals("UNREADABLE");
        return new PayerAlert(payerId, unreadable ? PayerAlert.Kind.REPLY_UNREADABLE : PayerAlert.Kind.REPLY_UNMATCHED,
                Optional.empty(), row.getOffsetDateTime("received_at").toInstant(), Optional.empty(), 0,
                Optional.ofNullable(row.getString("note")).orElse(""));
    }

    private OffsetDateTime ta1(ExpectedAnswers expected) {
        return expected.ta1() == Ta1.ASKED ? ago(expected.envelope()) : null;
    }

    /** Null for an answer that is not expected. */
    private OffsetDateTime ago(Duration time) {
        return time.isZero() ? null : OffsetDateTime.now(clock).minus(time);
    }
}
