package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Files coming in: an open transaction that takes their bytes chunk by chunk, one file after the other. Nothing is kept unless
 * a commit succeeds. Call one method at a time, each after the future of the one before; end with a commit or
 * {@link #rollback()}.
 */
public final class SubmissionWriter {
    private final SqlConnection connection;
    private final Transaction transaction;
    private final String partnerId;
    private final Channel channel;
    private final String actor;
    private final Instant receivedAt;
    private final Sealer sealer;
    private final DiskRoom room;
    private final MessageDigest digest = Submissions.sha256();
    private final List<Receipt> finished = new ArrayList<>();
    private UUID id;
    private int chunks;
    private long byteCount;

    SubmissionWriter(SqlConnection connection, Transaction transaction, UUID id, String partnerId, Channel channel,
                     String actor, Instant receivedAt, Sealer sealer, DiskRoom room) {
        this.connection = connection;
        this.transaction = transaction;
        this.id = id;
        this.partnerId = partnerId;
        this.channel = channel;
        this.actor = actor;
        this.receivedAt = receivedAt;
        this.sealer = sealer;
        this.room = room;
    }

    /** Size and digest are known only at the end; no one sees the row before. */
    Future<SubmissionWriter> begin() {
        return connection.preparedQuery("""
                insert into submission (id, partner_id, channel, received_at, byte_count, sha256, state)
                values ($1, $2, $3, $4, 0, '', 'RECEIVED')""")
                .execute(Tuple.of(id, partnerId, channel.name(), receivedAt.atOffset(ZoneOffset.UTC)))
                .map(this);
    }

    /** Adds the next bytes; fails with a {@link DiskFullException} if the disk has become full. */
    public Future<Void> append(Buffer chunk) {
        if (!room.enough()) {
            return Future.failedFuture(new DiskFullException());
        }
        digest.update(chunk.getBytes());
        byteCount += chunk.length();
        return connection.preparedQuery(
                "insert into submission_chunk (submission_id, sequence, bytes, key_id) values ($1, $2, $3, $4)")
                .execute(Tuple.of(id, chunks++, sealer.seal(Sealer.Purpose.FILE, chunk), sealer.keyId()))
                .mapEmpty();
    }

    /** Gives the file the name its sender gave it; call it before {@link #commit()}. */
    public Future<Void> name(String fileName) {
        return connection.preparedQuery("update submission set file_name = $2 where id = $1")
                .execute(Tuple.of(id, fileName)).mapEmpty();
    }

    /** Lets the file wait in its sender's inbox under a temporary name, in place of one of that name; then commit. */
    public Future<Void> stage(String partnerId, String fileName) {
        return StagedFiles.remove(connection, partnerId, fileName)
                .compose(removed -> connection.preparedQuery("""
                        update submission set file_name = $2, state = 'STAGED' where id = $1""")
                        .execute(Tuple.of(id, fileName)))
                .mapEmpty();
    }

    /**
     * Remembers from which file of a drop folder it was read; call it after the last byte and before {@link #commit()}. False
     * if that very file was taken before: roll back then.
     */
    public Future<Boolean> takenFrom(FolderFile file) {
        return connection.preparedQuery("""
                insert into folder_file (partner_id, file_name, byte_count, modified_at_millis, sha256, submission_id)
                values ($1, $2, $3, $4, $5, $6) on conflict do nothing""")
                .execute(Tuple.of(file.partnerId(), file.name(), file.byteCount(), file.modifiedAt().toEpochMilli(),
                        Buffer.buffer(digestSoFar()), id))
                .map(rows -> rows.rowCount() == 1);
    }

    private byte[] digestSoFar() {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of Java can be cloned", e);
        }
    }

    /** Bytes appended so far. */
    public long byteCount() {
        return byteCount;
    }

    /** Ends the file and begins another of the same transaction. */
    public Future<Void> another(UUID next) {
        return finish().compose(receipt -> {
            id = next;
            chunks = 0;
            byteCount = 0;
            return begin();
        }).mapEmpty();
    }

    private Future<Receipt> finish() {
        byte[] sha256 = digest.digest();
        Receipt receipt = Receipt.of(id, receivedAt, byteCount, sha256);
        finished.add(receipt);
        return connection.preparedQuery("update submission set byte_count = $2, sha256 = $3 where id = $1")
                .execute(Tuple.of(id, byteCount, Buffer.buffer(sha256)))
                .compose(updated -> AuditTrail.add(connection, receivedAt.atOffset(ZoneOffset.UTC), Optional.of(partnerId),
                        actor, AuditTrail.Action.FILE_RECEIVED, receipt.id().toString(), Optional.empty()))
                .map(receipt);
    }

    /** Makes the one file durable; only then may the sender hear yes. Gives the connection back either way. */
    public Future<Receipt> commit() {
        return commit(Optional.empty());
    }

    /**
     * As {@link #commit()}, together with the idempotency key of the request.
     *
     * @param key fails with {@link RepeatedRequestException} if the partner used it before
     */
    public Future<Receipt> commit(Optional<String> key) {
        return finish().compose(receipt -> commit(key, HexFormat.of().parseHex(receipt.sha256())))
                .map(receipts -> receipts.get(0))
                .eventually(connection::close);
    }

    /**
     * Makes all files durable.
     *
     * @param sha256 of the body that held them, 32 bytes
     */
    public Future<List<Receipt>> commitAll(Optional<String> key, byte[] sha256) {
        return finish().compose(last -> commit(key, sha256)).eventually(connection::close);
    }

    private Future<List<Receipt>> commit(Optional<String> key, byte[] sha256) {
        List<UUID> ids = finished.stream().map(Receipt::id).toList();
        return key.map(text -> RequestKeys.keep(connection, partnerId, text, sha256, ids, receivedAt))
                .orElseGet(Future::succeededFuture)
                .compose(kept -> transaction.commit())
                .map(committed -> List.copyOf(finished))
                .recover(failure -> transaction.rollback().otherwiseEmpty().compose(v -> Future.failedFuture(failure)));
    }

    /** Forgets everything and gives the connection back. Never fails: a lost connection has rolled back by itself. */
    public Future<Void> rollback() {
        return transaction.rollback().otherwiseEmpty().eventually(connection::close).otherwiseEmpty();
    }
}
