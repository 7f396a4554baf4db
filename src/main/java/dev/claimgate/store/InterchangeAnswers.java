package dev.claimgate.store;

import dev.claimgate.reply.EnvelopeAnswer;
import dev.claimgate.reply.SetAnswer;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Optional;

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
    private static final String MOVE_CLAIMS = """
            update claim set state = $2, note = $3 where outbound_id = $1 and state in ('QUEUED', 'SENT')
              and ($4 = 0 or outbound_set = $4)""";
    private static final String RECORD = """
            insert into claim_status (claim_id, payer_reply_id, kind, accepted, statuses, payer_claim_number, recorded_at)
            select id, $2, $3, $4, $5, '', $6 from claim where outbound_id = $1 and ($7 = 0 or outbound_set = $7)""";

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
                .compose(v -> connection.preparedQuery(MOVE_CLAIMS)
                        .execute(accepted ? Tuple.of(id, "SENT", "", set)
                                : Tuple.of(id, "NEEDS_ATTENTION", "the payer's " + kind + " says " + reason, set)))
                .compose(v -> connection.preparedQuery(RECORD)
                        .execute(Tuple.of(id, replyId, kind, accepted, reason, now, set)))
                .map(true);
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
