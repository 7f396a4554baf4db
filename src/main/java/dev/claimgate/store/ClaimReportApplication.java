package dev.claimgate.store;

import dev.claimgate.reply.ClaimAnswer;
import dev.claimgate.reply.ClaimReport;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves claims on by a payer's 277CA, within one transaction. A status said twice counts once. */
final class ClaimReportApplication {
    // The interchanges are locked before their claims, as a delivery does it, so that the two never wait for each other.
    private static final String INTERCHANGE = """
            select id from outbound_interchange where payer_id = $1 and originator_id = $2""";
    private static final String NAMED_INTERCHANGES = """
            select id from outbound_interchange
            where payer_id = $1 and (id = $2 or id in (select outbound_id from claim where id = any($3)))
            order by id for update""";
    private static final String CLAIMS = "select " + ForwardedClaim.COLUMNS + ", c.outbound_id from claim c"
            + ClaimPlace.JOIN + """
            where c.id in (select id from claim where outbound_id = $2 and outbound_set = $4
                           union select id from claim
                           where id = any($3) and payer_id = $1 and outbound_id is not null)
            order by c.id for update of c""";
    private static final String RECORD = """
            insert into claim_status (claim_id, payer_reply_id, kind, accepted, statuses, payer_claim_number, recorded_at)
            select n.claim_id, $1, '277CA', n.accepted, n.statuses, n.number, $2
            from unnest($3::bigint[], $4::boolean[], $5::text[], $6::text[]) as n(claim_id, accepted, statuses, number)
            left join lateral (select s.accepted, s.statuses, s.payer_claim_number from claim_status s
                               where s.claim_id = n.claim_id and s.kind = '277CA' order by s.id desc limit 1) last on true
            where last.statuses is null
               or (last.accepted, last.statuses, last.payer_claim_number) <> (n.accepted, n.statuses, n.number)
            returning claim_id""";
    private static final String MOVE = """
            update claim set state = case when n.accepted then 'PAYER_ACCEPTED' else 'PAYER_REJECTED' end, note = ''
            from unnest($1::bigint[], $2::boolean[]) as n(claim_id, accepted)
            where claim.id = n.claim_id
              and claim.state in ('QUEUED', 'SENT', 'PAYER_ACCEPTED', 'PAYER_REJECTED', 'NEEDS_ATTENTION')""";

    /** The answers of claims {@code $1} came at {@code $2}; those of an interchange are complete with the last of them. */
    static final String ANSWERED = """
            update outbound_interchange o set answered_at = $2
            where id in (select outbound_id from claim where id = any($1)) and answered_at is null
              and not exists (select 1 from claim c where c.outbound_id = o.id and c.state in ('QUEUED', 'SENT'))""";

    private final SqlConnection connection;
    private final String payerId;
    private final long replyId;
    private final OffsetDateTime now;
    private final Sealer sealer;

    ClaimReportApplication(SqlConnection connection, String payerId, long replyId, OffsetDateTime now,
                           Sealer sealer) {
        this.connection = connection;
        this.payerId = payerId;
        this.replyId = replyId;
        this.now = now;
        this.sealer = sealer;
    }

    Future<Result> apply(ClaimReport report) {
        return connection.preparedQuery(INTERCHANGE).execute(Tuple.of(payerId,
                        OutboundNumbers.interchangeIn(report.originatorId())))
                .compose(rows -> {
                    long outbound = rows.size() == 0 ? 0 : rows.iterator().next().getLong("id");
                    return candidates(report, outbound).compose(matcher -> apply(report, matcher, outbound != 0));
                });
    }

    private Future<ClaimMatcher> candidates(ClaimReport report, long outbound) {
        Long[] named = report.claims().stream().map(ClaimMatcher::ourNumber).flatMap(Optional::stream)
                .toArray(Long[]::new);
        return connection.preparedQuery(NAMED_INTERCHANGES).execute(Tuple.of(payerId, outbound, named))
                .compose(v -> connection.preparedQuery(CLAIMS).execute(Tuple.of(payerId, outbound, named,
                        OutboundNumbers.setIn(report.originatorId())))).map(rows -> {
            List<ForwardedClaim> ofInterchange = new ArrayList<>();
            List<ForwardedClaim> others = new ArrayList<>();
            for (Row row : rows) {
                (row.getLong("outbound_id") == outbound ? ofInterchange : others).add(ForwardedClaim.of(row));
            }
            return new ClaimMatcher(ofInterchange, others);
        });
    }

    private Future<Result> apply(ClaimReport report, ClaimMatcher matcher, boolean known) {
        Map<Long, ClaimAnswer> answers = matcher.match(report);
        int matched = known && answers.isEmpty() ? 1 : answers.size();
        int unmatched = known || !answers.isEmpty() ? matcher.unmatched() : Math.max(1, matcher.unmatched());
        return record(answers)
                .compose(changed -> answered(matcher, answers, changed))
                .map(sets -> new Result(matched, unmatched, sets));
    }

    private Future<List<Long>> record(Map<Long, ClaimAnswer> answers) {
        if (answers.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        Long[] ids = answers.keySet().toArray(Long[]::new);
        Boolean[] accepted = answers.values().stream().map(a -> a.verdict().accepted()).toArray(Boolean[]::new);
        String[] statuses = answers.values().stream().map(a -> a.verdict().codes()).toArray(String[]::new);
        String[] numbers = answers.values().stream().map(ClaimAnswer::payerClaimNumber).toArray(String[]::new);
        return connection.preparedQuery(RECORD)
                .execute(Tuple.of(replyId, now, ids, accepted, statuses, numbers))
                .compose(rows -> {
                    List<Long> changed = new ArrayList<>();
                    rows.forEach(row -> changed.add(row.getLong("claim_id")));
                    changed.sort(null);
                    return connection.preparedQuery(MOVE)
                            .execute(Tuple.tuple().addArrayOfLong(ids).addArrayOfBoolean(accepted))
                            .compose(v -> connection.preparedQuery(ANSWERED).execute(Tuple.of(ids, now))).map(changed);
                });
    }

    private Future<List<AnsweredSet>> answered(ClaimMatcher matcher, Map<Long, ClaimAnswer> answers,
                                               List<Long> changed) {
        List<ClaimPlace> places = changed.stream().map(id -> matcher.claim(id).place()).toList();
        return StoredClaims.read(connection, places, sealer).map(stored -> {
            Map<ForwardedClaim.SourceSet, List<AnsweredClaim>> sets = new LinkedHashMap<>();
            for (StoredClaim claim : stored) {
                ForwardedClaim forwarded = matcher.claim(claim.id());
                sets.computeIfAbsent(forwarded.set(), set -> new ArrayList<>())
                        .add(new AnsweredClaim(forwarded, claim, answers.get(claim.id())));
            }
            return sets.entrySet().stream()
                    .map(entry -> new AnsweredSet(entry.getKey(), entry.getValue())).toList();
        });
    }

    /**
     * @param matched   answers that concern claims of ours
     * @param unmatched answers that do not
     * @param sets      what the submitters are to be told
     */
    record Result(int matched, int unmatched, List<AnsweredSet> sets) {
    }
}
