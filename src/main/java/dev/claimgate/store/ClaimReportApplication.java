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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Moves claims on by a payer's 277CA, within one transaction. A status said twice counts once. */
final class ClaimReportApplication {
    private static final String INTERCHANGE = """
            select id from outbound_interchange where payer_id = $1 and originator_id = $2""";
    private static final String SELECT = "select " + ForwardedClaim.COLUMNS + ", c.outbound_id from claim c" + ClaimPlace.JOIN;
    private static final String OF_INTERCHANGE = SELECT
            + "where c.id = any(array(select unnest(claim_ids) from outbound_interchange where id = $1))"
            + " and c.outbound_set = $2 order by c.id";
    private static final String NAMED = SELECT
            + "where c.id = any($1) and c.payer_id = $2 and c.outbound_id is not null order by c.id";
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

    private final SqlConnection connection;
    private final String payerId;
    private final long replyId;
    private final OffsetDateTime now;
    private final Sealer sealer;
    /** Of all claims looked at. */
    private final Set<Long> interchanges = new TreeSet<>();

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

    /** All claims of the interchange that the report names, and those of others that it names itself. */
    private Future<ClaimMatcher> candidates(ClaimReport report, long outbound) {
        return claims(OF_INTERCHANGE, Tuple.of(outbound, OutboundNumbers.setIn(report.originatorId()))).compose(inside -> {
            Set<Long> known = inside.stream().map(ForwardedClaim::id).collect(Collectors.toSet());
            Long[] others = report.claims().stream().map(ClaimMatcher::ourNumber).flatMap(Optional::stream)
                    .filter(id -> !known.contains(id)).toArray(Long[]::new);
            return (others.length == 0 ? Future.succeededFuture(List.<ForwardedClaim>of())
                    : claims(NAMED, Tuple.tuple().addArrayOfLong(others).addString(payerId)))
                    .map(named -> new ClaimMatcher(inside, named));
        }).compose(matcher -> OpenInterchanges.lock(connection, interchanges).map(matcher));
    }

    private Future<List<ForwardedClaim>> claims(String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).map(rows -> {
            List<ForwardedClaim> claims = new ArrayList<>(rows.size());
            for (Row row : rows) {
                interchanges.add(row.getLong("outbound_id"));
                claims.add(ForwardedClaim.of(row));
            }
            return claims;
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
                            .compose(v -> OpenInterchanges.answered(connection, interchanges, now)).map(changed);
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
