package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Holds and pauses of payers. They stand in the database, so that all gateways keep them and a restart forgets none. No
 * delivery begins once one is kept; those under way end.
 */
public final class PayerGates {
    /** True when nothing keeps deliveries from payer {@code $1} at the time {@code $2}. */
    static final String IS_OPEN = " not exists (select 1 from payer_gate g where g.payer_id = $1"
            + " and (g.held_at is not null or g.paused_until > $2)) ";
    private static final String HOLD = """
            insert into payer_gate (payer_id, held_at, held_by, note) values ($1, $2, $3, $4)
            on conflict (payer_id) do update set held_at = $2, held_by = $3, note = $4 where payer_gate.held_at is null""";
    private static final String RELEASE = """
            update payer_gate set held_at = null, held_by = null, note = null, paused_until = null
            where payer_id = $1 and (held_at is not null or paused_until > $2)""";
    private static final String PAUSE = """
            insert into payer_gate (payer_id, paused_until) values ($1, $2)
            on conflict (payer_id) do update set paused_until = greatest(payer_gate.paused_until, $2)""";
    private static final String PAUSED = "select 1 from payer_gate where payer_id = $1 and paused_until > $2";
    private static final String ALL = "select payer_id, held_at, held_by, note, paused_until from payer_gate";

    private final Pool pool;
    private final Clock clock;

    public PayerGates(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Holds a payer, kept in the audit trail with it. One that is held stays as it was held first. */
    public Future<Void> hold(String payerId, String operatorId, String note) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return change(HOLD, Tuple.of(payerId, now, operatorId, note), payerId, operatorId, AuditTrail.Action.PAYER_HELD);
    }

    /** Ends hold and pause of a payer. */
    public Future<Void> release(String payerId, String operatorId) {
        return change(RELEASE, Tuple.of(payerId, OffsetDateTime.now(clock)), payerId, operatorId,
                AuditTrail.Action.PAYER_RELEASED);
    }

    private Future<Void> change(String sql, Tuple values, String payerId, String operatorId, AuditTrail.Action action) {
        return pool.withTransaction(connection -> connection.preparedQuery(sql).execute(values)
                .compose(rows -> AuditTrail.add(connection, OffsetDateTime.now(clock), Optional.empty(),
                        "operator:" + operatorId, action, payerId,
                        Optional.of(new JsonObject().put("changed", rows.rowCount() == 1)))));
    }

    /** Leaves a payer alone until then, or for longer if it asked for that before. */
    public Future<Void> pause(String payerId, OffsetDateTime until) {
        return pause(pool, payerId, until);
    }

    static Future<Void> pause(SqlClient client, String payerId, OffsetDateTime until) {
        return client.preparedQuery(PAUSE).execute(Tuple.of(payerId, until)).mapEmpty();
    }

    /** Whether the payer asked to be left alone now. */
    public Future<Boolean> paused(String payerId) {
        return pool.preparedQuery(PAUSED).execute(Tuple.of(payerId, OffsetDateTime.now(clock))).map(rows -> rows.size() > 0);
    }

    /** By payer id; one that was never held or paused is absent. */
    public Future<Map<String, PayerGate>> all() {
        return pool.preparedQuery(ALL).execute().map(rows -> {
            Map<String, PayerGate> gates = new HashMap<>();
            rows.forEach(row -> gates.put(row.getString("payer_id"), PayerGate.of(row)));
            return gates;
        });
    }
}
