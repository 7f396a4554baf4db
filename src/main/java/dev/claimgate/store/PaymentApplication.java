package dev.claimgate.store;

import dev.claimgate.reply.PaymentAnswer;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps what a payer's 835 says about claims, within one transaction. A claim is found by CLM01 among those sent to the
 * payer; of several by the payer's own number of it; where that leaves more than one, none is meant. A status said twice counts
 * once.
 */
final class PaymentApplication {
    private static final String FIND = """
            select n.n, c.id, n.payer_number <> '' and exists (select 1 from claim_status s
                       where s.claim_id = c.id and s.payer_claim_number = n.payer_number) as exact
            from unnest($2::text[], $3::text[]) with ordinality as n(number, payer_number, n)
            join claim c on c.payer_id = $1 and c.patient_control_number = n.number and c.outbound_id is not null
            order by n.n, c.id""";
    private static final String INTERCHANGES = "select distinct outbound_id from claim where id = any($1)";
    private static final String RECORD = """
            insert into claim_status (claim_id, payer_reply_id, kind, accepted, statuses, payer_claim_number, recorded_at)
            select n.claim_id, $1, '835', n.paid, n.status, n.number, $2
            from unnest($3::bigint[], $4::boolean[], $5::text[], $6::text[]) as n(claim_id, paid, status, number)
            left join lateral (select s.statuses, s.payer_claim_number from claim_status s
                               where s.claim_id = n.claim_id and s.kind = '835' order by s.id desc limit 1) last on true
            where last.statuses is null or (last.statuses, last.payer_claim_number) <> (n.status, n.number)""";
    // Paid or not, who judges a claim has accepted it for that.
    private static final String MOVE = """
            update claim set state = 'PAYER_ACCEPTED', note = ''
            where id = any($1) and state in ('QUEUED', 'SENT', 'NEEDS_ATTENTION')""";

    private final SqlConnection connection;
    private final String payerId;
    private final long replyId;
    private final OffsetDateTime now;

    PaymentApplication(SqlConnection connection, String payerId, long replyId, OffsetDateTime now) {
        this.connection = connection;
        this.payerId = payerId;
        this.replyId = replyId;
        this.now = now;
    }

    /** How many of them concern a claim of ours. */
    Future<Integer> apply(List<PaymentAnswer> payments) {
        if (payments.isEmpty()) {
            return Future.succeededFuture(0);
        }
        String[] numbers = payments.stream().map(PaymentAnswer::patientControlNumber).toArray(String[]::new);
        String[] payerNumbers = payments.stream().map(PaymentAnswer::payerClaimNumber).toArray(String[]::new);
        return connection.preparedQuery(FIND).execute(Tuple.of(payerId, numbers, payerNumbers))
                .compose(rows -> record(claims(rows), payments));
    }

    /** Claim by number of the payment, 1 the first. */
    private static Map<Long, Long> claims(RowSet<Row> rows) {
        Map<Long, Candidates> found = new TreeMap<>();
        for (Row row : rows) {
            Candidates one = new Candidates(row.getLong("id"), 1, row.getBoolean("exact") ? 1 : 0);
            found.merge(row.getLong("n"), one, Candidates::or);
        }
        Map<Long, Long> claims = new TreeMap<>();
        found.forEach((payment, candidates) -> {
            if (candidates.one()) {
                claims.put(payment, candidates.id());
            }
        });
        return claims;
    }

    private Future<Integer> record(Map<Long, Long> claims, List<PaymentAnswer> payments) {
        Long[] ids = claims.values().toArray(Long[]::new);
        List<PaymentAnswer> said = claims.keySet().stream().map(n -> payments.get(n.intValue() - 1)).toList();
        Boolean[] paid = said.stream().map(PaymentAnswer::paid).toArray(Boolean[]::new);
        String[] statuses = said.stream().map(PaymentAnswer::status).toArray(String[]::new);
        String[] numbers = said.stream().map(PaymentAnswer::payerClaimNumber).toArray(String[]::new);
        return interchanges(ids).compose(interchanges -> OpenInterchanges.lock(connection, interchanges)
                .compose(v -> connection.preparedQuery(RECORD).execute(Tuple.of(replyId, now, ids, paid, statuses, numbers)))
                .compose(v -> connection.preparedQuery(MOVE).execute(Tuple.tuple().addArrayOfLong(ids)))
                .compose(v -> OpenInterchanges.answered(connection, interchanges, now))
                .map(said.size()));
    }

    private Future<List<Long>> interchanges(Long[] claims) {
        return connection.preparedQuery(INTERCHANGES).execute(Tuple.tuple().addArrayOfLong(claims)).map(rows -> {
            List<Long> ids = new ArrayList<>();
            rows.forEach(row -> ids.add(row.getLong("outbound_id")));
            return ids;
        });
    }

    /** Claims that a payment may mean: the one of the payer's number goes before all others. */
    private record Candidates(long id, int count, int exact) {
        boolean one() {
            return exact == 1 || exact == 0 && count == 1;
        }

        Candidates or(Candidates next) {
            return new Candidates(next.exact > 0 ? next.id : id, count + next.count, exact + next.exact);
        }
    }
}
