package dev.claimgate.store;

import dev.claimgate.reply.ClaimReport;
import dev.claimgate.reply.EnvelopeAnswer;
import dev.claimgate.reply.PayerReply;
import dev.claimgate.reply.SetAnswer;
import dev.claimgate.reply.UnreadableReplyException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What payers answered: kept first, each message once however often it comes, then applied to claims exactly once. */
public final class PayerReplies {
    private static final String KEEP = """
            insert into payer_reply (payer_id, sha256, bytes, received_at, state, key_id)
            values ($1, $2, $3, $4, 'RECEIVED', $5)
            on conflict (payer_id, sha256) do nothing""";
    // The count of attempts is committed first: a message that fails again and again goes behind the others.
    private static final String PICK = """
            update payer_reply set attempts = attempts + 1
            where id = (select id from payer_reply where payer_id = $1 and state = 'RECEIVED'
                        order by attempts, id limit 1 for update skip locked)
            returning id""";
    private static final String LOCK = """
            select id, bytes, key_id from payer_reply where id = $1 and state = 'RECEIVED' for update skip locked""";
    private static final String SETTLE = "update payer_reply set state = $2, note = $3 where id = $1";

    private final Pool pool;
    private final Clock clock;
    private final Sealer sealer;

    /** Without encryption. */
    public PayerReplies(Pool pool, Clock clock) {
        this(pool, clock, Sealer.NONE);
    }

    public PayerReplies(Pool pool, Clock clock, Sealer sealer) {
        this.pool = pool;
        this.clock = clock;
        this.sealer = sealer;
    }

    /** Keeps a message; once this succeeds it cannot be lost. Whether it is new. */
    public Future<Boolean> keep(String payerId, Buffer message) {
        return keep(pool, payerId, message, OffsetDateTime.now(clock), sealer);
    }

    static Future<Boolean> keep(SqlClient client, String payerId, Buffer message, OffsetDateTime now, Sealer sealer) {
        if (message.length() == 0) {
            return Future.succeededFuture(false);
        }
        return client.preparedQuery(KEEP)
                .execute(Tuple.of(payerId, Buffer.buffer(sha256(message.getBytes())),
                        sealer.seal(Sealer.Purpose.REPLY, message), now, sealer.keyId()))
                .map(rows -> rows.rowCount() == 1);
    }

    /**
     * Applies the oldest message of a payer that was not applied yet, in one transaction: claims move on, and their
     * submitters are told. Empty when there is none.
     */
    public Future<Optional<ReplyOutcome>> applyNext(String payerId, ReplyWork work) {
        return pool.preparedQuery(PICK).execute(Tuple.of(payerId)).compose(rows -> rows.size() == 0
                ? Future.succeededFuture(Optional.empty())
                : applyPicked(payerId, rows.iterator().next().getLong("id"), work));
    }

    private Future<Optional<ReplyOutcome>> applyPicked(String payerId, long id, ReplyWork work) {
        return pool.withTransaction(connection -> connection.preparedQuery(LOCK).execute(Tuple.of(id))
                .compose(rows -> rows.size() == 0 ? Future.succeededFuture(Optional.empty())
                        : applyOne(connection, payerId, rows.iterator().next(), work)
                                .compose(outcome -> settle(connection, id, outcome)).map(Optional::of)));
    }

    private Future<ReplyOutcome> applyOne(SqlConnection connection, String payerId, Row row, ReplyWork work) {
        Buffer message = sealer.open(Sealer.Purpose.REPLY, row.getBuffer("bytes"), row.getString("key_id"));
        return work.read(message.getBytes())
                .transform(read -> {
                    if (read.cause() instanceof UnreadableReplyException why) {
                        return Future.succeededFuture(ReplyOutcome.unreadable(why.getMessage()));
                    }
                    return read.failed() ? Future.failedFuture(read.cause())
                            : apply(connection, payerId, row.getLong("id"), read.result(), work);
                });
    }

    private Future<ReplyOutcome> apply(SqlConnection connection, String payerId, long replyId, PayerReply reply,
                                       ReplyWork work) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        InterchangeAnswers interchanges = new InterchangeAnswers(connection, payerId, replyId, now);
        ClaimReportApplication claims = new ClaimReportApplication(connection, payerId, replyId, now, sealer);
        Tally tally = new Tally();
        Future<Void> done = Future.succeededFuture();
        for (EnvelopeAnswer answer : reply.envelopes()) {
            done = done.compose(v -> interchanges.apply(answer)).map(tally::count);
        }
        for (SetAnswer answer : reply.sets()) {
            done = done.compose(v -> interchanges.apply(answer)).map(tally::count);
        }
        for (ClaimReport report : reply.claimReports()) {
            done = done.compose(v -> claims.apply(report)).map(tally::count);
        }
        done = done.compose(v -> new PaymentApplication(connection, payerId, replyId, now).apply(reply.payments()))
                .map(matched -> tally.count(matched, reply.payments().size()));
        return done.compose(v -> new PayerAcknowledgements(connection, work, now, sealer).write(tally.sets))
                .map(v -> tally.outcome());
    }

    private static Future<ReplyOutcome> settle(SqlConnection connection, long replyId, ReplyOutcome outcome) {
        String note = outcome.note().isEmpty() ? null : outcome.note();
        return connection.preparedQuery(SETTLE).execute(Tuple.of(replyId, outcome.state(), note)).map(outcome);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static final class Tally {
        private int matched;
        private int unmatched;
        private final List<AnsweredSet> sets = new ArrayList<>();

        Void count(boolean found) {
            if (found) {
                matched++;
            } else {
                unmatched++;
            }
            return null;
        }

        Void count(int found, int all) {
            matched += found;
            unmatched += all - found;
            return null;
        }

        Void count(ClaimReportApplication.Result result) {
            matched += result.matched();
            unmatched += result.unmatched();
            sets.addAll(result.sets());
            return null;
        }

        ReplyOutcome outcome() {
            return ReplyOutcome.applied(matched, unmatched, sets.size());
        }
    }
}
