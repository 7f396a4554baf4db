package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What partners and operators are to be told: kept with what happened, taken by one gateway at a time, repeated until told. */
public final class WebhookCalls {
    /** Stands for those who run the gateway, where else a partner's id stands. */
    public static final String OPERATORS = "*operators";
    private static final int ERROR_LENGTH_MAX = 300;
    private static final String ADD = """
            insert into webhook_call (id, partner_id, event, submission_id, created_at, next_attempt_at, state)
            select gen_random_uuid(), partner_id, $2, $3, $4, $4, 'READY' from webhook_partner
            where partner_id = $1 and $2 = any (events)""";
    // What was told once is not told again as long as that is kept.
    private static final String ADD_ALERTS = """
            insert into webhook_call (id, partner_id, event, alert, alert_key, created_at, next_attempt_at, state)
            select gen_random_uuid(), w.partner_id, 'payer-alert', a.alert, a.key, $3, $3, 'READY'
            from webhook_partner w, unnest($1::text[], $2::jsonb[]) as a(key, alert)
            where w.partner_id = '""" + OPERATORS + """
            ' on conflict (alert_key) do nothing""";
    private static final String FORGET = "delete from webhook_partner where partner_id <> all ($1)";
    private static final String REMEMBER = """
            insert into webhook_partner (partner_id, events) values ($1, $2)
            on conflict (partner_id) do update set events = excluded.events""";
    private static final String TAKE = """
            update webhook_call set attempts = attempts + 1, next_attempt_at = $2
            where id = (select id from webhook_call where state = 'READY' and next_attempt_at <= $1
                        and partner_id <> all ($3) order by next_attempt_at limit 1 for update skip locked)
            returning id, partner_id, event, submission_id, alert, created_at, attempts""";
    private static final String SETTLE = """
            update webhook_call set state = $2, last_error = $3 where id = $1 and state = 'READY'""";
    private static final String FAILED = """
            update webhook_call set next_attempt_at = $2, last_error = $3 where id = $1 and state = 'READY'""";
    private static final String FACTS = """
            select s.state, s.summary -> 'claims' as claims,
                (select array_agg(distinct a.kind) from acknowledgement a where a.submission_id = s.id and a.kind = any ($3))
                    as kinds,
                (select json_object_agg(c.state, c.number) from
                    (select claim_state(c.state, o.state) as state, count(*) as number
                     from claim c left join outbound_interchange o on o.id = c.outbound_id
                     where c.submission_id = s.id group by 1) c) as states
            from submission s where s.id = $1 and s.partner_id = $2""";

    private final Pool pool;
    private final Clock clock;

    public WebhookCalls(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * One call to make.
     *
     * @param submission the file that it is about; empty for an alert
     * @param alert      what an alert tells; empty for a file
     */
    public record Call(UUID id, String partnerId, String event, Optional<UUID> submission, Optional<JsonObject> alert,
                       OffsetDateTime createdAt, int attempts) {
    }

    /** Who wants to hear of which events from now on; all others of none. */
    public Future<Void> partners(Map<String, Set<String>> events) {
        return pool.withTransaction(connection -> {
            Future<Void> done = connection.preparedQuery(FORGET)
                    .execute(Tuple.tuple().addArrayOfString(events.keySet().toArray(String[]::new))).mapEmpty();
            for (Map.Entry<String, Set<String>> partner : events.entrySet()) {
                done = done.compose(v -> connection.preparedQuery(REMEMBER).execute(Tuple.tuple().addString(partner.getKey())
                        .addArrayOfString(partner.getValue().toArray(String[]::new))).mapEmpty());
            }
            return done;
        });
    }

    /** Keeps that it happened, within the transaction in which it did, for a partner who wants to hear of it. */
    static Future<Void> add(SqlClient client, String partnerId, String event, UUID submissionId, OffsetDateTime now) {
        return client.preparedQuery(ADD).execute(Tuple.of(partnerId, event, submissionId, now)).mapEmpty();
    }

    /** Keeps alerts that operators were not told yet, if they want to hear of them. */
    static Future<Void> add(SqlClient client, List<PayerAlert> alerts, OffsetDateTime now) {
        return client.preparedQuery(ADD_ALERTS).execute(Tuple.tuple()
                .addArrayOfString(alerts.stream().map(PayerAlert::key).toArray(String[]::new))
                .addArrayOfJsonObject(alerts.stream().map(PayerAlert::toJson).toArray(JsonObject[]::new))
                .addOffsetDateTime(now)).mapEmpty();
    }

    /**
     * Takes the call that is due for longest; nobody else takes it before {@code lease} is over.
     *
     * @param except partners who have enough calls under way
     */
    public Future<Optional<Call>> take(Duration lease, Set<String> except) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return pool.preparedQuery(TAKE).execute(Tuple.of(now, now.plus(lease), except.toArray(String[]::new))).map(rows -> {
            if (rows.size() == 0) {
                return Optional.empty();
            }
            Row row = rows.iterator().next();
            return Optional.of(new Call(row.getUUID("id"), row.getString("partner_id"), row.getString("event"),
                    Optional.ofNullable(row.getUUID("submission_id")), Optional.ofNullable(row.getJsonObject("alert")),
                    row.getOffsetDateTime("created_at"), row.getInteger("attempts")));
        });
    }

    /**
     * What is told of the file of a call: its state, counts of its claims by verdict and by state, kinds of acknowledgements there
     * are.
     *
     * @param kinds of TA1, 999 and 277CA, those to name
     */
    public Future<JsonObject> facts(Call call, Set<String> kinds) {
        return pool.preparedQuery(FACTS)
                .execute(Tuple.of(call.submission().orElseThrow(), call.partnerId(), kinds.toArray(String[]::new)))
                .map(rows -> {
                    JsonObject facts = new JsonObject();
                    for (Row row : rows) {
                        facts.put("state", row.getString("state")).put("claims", row.getJsonObject("claims"))
                                .put("claimStates", row.getJsonObject("states"));
                        String[] found = row.getArrayOfStrings("kinds");
                        facts.put("acknowledgements", found == null ? new JsonArray()
                                : new JsonArray(List.of(found)));
                    }
                    return facts;
                });
    }

    public Future<Void> delivered(Call call) {
        return pool.preparedQuery(SETTLE).execute(Tuple.of(call.id(), "DELIVERED", null)).mapEmpty();
    }

    /** No further attempt. */
    public Future<Void> givenUp(Call call, String error) {
        return pool.preparedQuery(SETTLE).execute(Tuple.of(call.id(), "GIVEN_UP", cut(error))).mapEmpty();
    }

    /** The attempt failed; the next one comes after {@code delay}. */
    public Future<Void> failed(Call call, String error, Duration delay) {
        return pool.preparedQuery(FAILED)
                .execute(Tuple.of(call.id(), OffsetDateTime.now(clock).plus(delay), cut(error))).mapEmpty();
    }

    private static String cut(String error) {
        return error.length() > ERROR_LENGTH_MAX ? error.substring(0, ERROR_LENGTH_MAX) : error;
    }
}
