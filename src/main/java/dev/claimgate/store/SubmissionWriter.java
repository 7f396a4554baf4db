package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A file coming in: an open transaction that takes its bytes chunk by chunk. Nothing is kept unless {@link #commit()}
 * succeeds. Call one method at a time, each after the future of the one before; end with commit or {@link #rollback()}.
 */
public final class SubmissionWriter {
    private final SqlConnection connection;
    private final Transaction transaction;
    private final UUID id;
    private final Instant receivedAt;
    private final MessageDigest digest = Submissions.sha256();
    private int chunks;
    private long byteCount;

    SubmissionWriter(SqlConnection connection, Transaction transaction, UUID id, Instant receivedAt) {
        this.connection = connection;
        this.transaction = transaction;
        this.id = id;
        this.receivedAt = receivedAt;
    }

    /** Size and digest are known only at the end; no one sees the row before. */
    Future<SubmissionWriter> begin(String partnerId, Channel channel) {
        return connection.preparedQuery("""
                insert into submission (id, partner_id, channel, received_at, byte_count, sha256, state)
                values ($1, $2, $3, $4, 0, '', 'RECEIVED')""")
                .execute(Tuple.of(id, partnerId, channel.name(), receivedAt.atOffset(ZoneOffset.UTC)))
                .map(this);
    }

    /** Adds the next bytes. */
    public Future<Void> append(Buffer chunk) {
        digest.update(chunk.getBytes());
        byteCount += chunk.length();
        return connection.preparedQuery(
                "insert into submission_chunk (submission_id, sequence, bytes) values ($1, $2, $3)")
                .execute(Tuple.of(id, chunks++, chunk))
                .mapEmpty();
    }

    /** Makes it durable; only then may the sender hear yes. Gives the connection back either way. */
    public Future<Receipt> commit() {
        byte[] sha256 = digest.digest();
        return connection.preparedQuery("update submission set byte_count = $2, sha256 = $3 where id = $1")
                .execute(Tuple.of(id, byteCount, Buffer.buffer(sha256)))
                .compose(updated -> transaction.commit())
                .map(committed -> Receipt.of(id, receivedAt, byteCount, sha256))
                .eventually(connection::close);
    }

    /** Forgets everything and gives the connection back. Never fails: a lost connection has rolled back by itself. */
    public Future<Void> rollback() {
        return transaction.rollback().otherwiseEmpty().eventually(connection::close).otherwiseEmpty();
    }
}
