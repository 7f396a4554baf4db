package dev.claimgate.store;

import dev.claimgate.reply.EnvelopeAnswer;
import dev.claimgate.reply.SetAnswer;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;

/** Moves an outbound interchange and its claims on by a payer's TA1 or 999, within one transaction. */
final class InterchangeAnswers {
    /** Instead of ST02: every set of the interchange. */
    private static final int ALL_SETS = 0;
    private static final String FIND = """
            select id, attempts, set_count from outbound_interchange where payer_id = $1 and control_number = $2 for update""";
    private static final String MOVE_INTERCHANGE = """
            update outbound_interchange set state = $2, sent_at = coalesce(sent_at, $3),
                   acknowledged_at = coalesce(acknowledged_at, $3)
            where id = $1 and (state in ('READY', 'SENT') or state = 'REJECTED' and $2 = 'ACCEPTED' and set_count > 1)""";
    private static final String TA1 = "update outbound_interchange set ta1_at = coalesce(ta1_at, $2) where id = $1";
    private static final String NEED_ATTENTION = """
            update claim c set state = 'NEEDS_ATTENTION', note = $2 from outbound_interchange o
            where o.id = $1 and c.id = any(o.claim_ids) and c.state in ('QUEUED', 'SENT')
              and ($3 = 0 or c.outbound_set = $3)""";
    private static final String RECORD = """
            insert into outbound_status (outbound_id, payer_reply_id, kind, accepted, statuses, recorded_at, outbound_set)
            values ($1, $2, $3, $4, $5, $6, $7)""";

    private final SqlConnection connection;
    private final String payerId;
    private final long replyId;
    private final OffsetDateTime now;

    InterchangeAnswers(SqlConnection connection, String payerId, long replyId, OffsetDateTime now) {
        this.connection = connection;
        this.payerId = payerId;
        this.replyId = replyId;
        this.now = now;
    }

    /** Whether the answer is about an interchange of ours. */
    Future<Boolean> apply(EnvelopeAnswer answer) {
        return find(answer.controlNumber()).compose(found -> found.isEmpty() ? Future.succeededFuture(false)
                : connection.preparedQuery(TA1).execute(Tuple.of(found.get().getLong("id"), now))
                        .compose(v -> apply(answer, found.get())));
    }

    private Future<Boolean> apply(EnvelopeAnswer answer, Row found) {
        boolean arrivedBefore = answer.duplicate() && found.getInteger("attempts") > 1;
        return !answer.rejects() || arrivedBefore ? Future.succeededFuture(true)
                : settle(found.getLong("id"), ALL_SETS, "TA1", false, answer.reason());
    }

    /** Whether the answer is about an interchange of ours. */
    Future<Boolean> apply(SetAnswer answer) {
        Optional<Integer> set = answer.setControlNumber().isEmpty() ? Optional.of(ALL_SETS)
                : number(answer.setControlNumber());
        return find(answer.groupControlNumber()).compose(found -> found.isEmpty() || set.isEmpty()
                || set.get() > found.get().getInteger("set_count") ? Future.succeededFuture(false)
                : settle(found.get().getLong("id"), set.get(), "999", answer.accepted(), answer.reason()));
    }

    private Future<Boolean> settle(long id, int set, String kind, boolean accepted, String reason) {
        return connection.preparedQuery(MOVE_INTERCHANGE)
                .execute(Tuple.of(id, accepted ? "ACCEPTED" : "REJECTED", now))
                .compose(v -> connection.preparedQuery(RECORD)
                        .execute(Tuple.of(id, replyId, kind, accepted, reason, now, set)))
                .compose(v -> accepted ? Future.succeededFuture() : rejected(id, set, kind, reason))
                .map(true);
    }

    private Future<Void> rejected(long id, int set, String kind, String reason) {
        return connection.preparedQuery(NEED_ATTENTION).execute(Tuple.of(id, "the payer's " + kind + " says " + reason, set))
                .compose(v -> OpenInterchanges.answered(connection, Set.of(id), now));
    }

    private Future<Optional<Row>> find(String controlNumber) {
        return number(controlNumber).map(number -> connection.preparedQuery(FIND).execute(Tuple.of(payerId, number))
                        .map(rows -> rows.size() == 0 ? Optional.<Row>empty() : Optional.of(rows.iterator().next())))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }
}
