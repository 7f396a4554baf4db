package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Received files on their way into the database. When a future of {@link Receipt} succeeds, the file is on disk. */
public final class Submissions {
    private static final String RECEIVE = """
            with kept as (
                insert into submission (id, partner_id, channel, received_at, byte_count, sha256, state)
                values ($1, $2, $3, $4, $5, $6, 'RECEIVED') returning id)
            insert into submission_chunk (submission_id, sequence, bytes) select id, 0, $7 from kept""";

    private final Pool pool;
    private final Clock clock;

    public Submissions(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Keeps a file that is small enough to be one chunk: one statement, one commit. The caller makes the id, a random one. */
    public Future<Receipt> receive(UUID id, String partnerId, Channel channel, Buffer file) {
        Instant now = clock.instant();
        byte[] sha256 = sha256().digest(file.getBytes());
        return pool.preparedQuery(RECEIVE)
                .execute(Tuple.from(new Object[] {id, partnerId, channel.name(), now.atOffset(ZoneOffset.UTC),
                    (long) file.length(), Buffer.buffer(sha256), file}))
                .map(done -> Receipt.of(id, now, file.length(), sha256));
    }

    /** Opens a transaction that keeps a file chunk by chunk; it holds a connection until it is committed or rolled back. */
    public Future<SubmissionWriter> begin(UUID id, String partnerId, Channel channel) {
        return pool.getConnection().compose(connection -> connection.begin()
                .compose(transaction -> new SubmissionWriter(connection, transaction, id, clock.instant())
                        .begin(partnerId, channel))
                .onFailure(failure -> connection.close()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** How a file stands, for one who waits for its verdict. */
    public Future<SubmissionState> state(UUID id) {
        return pool.preparedQuery("select state from submission where id = $1").execute(Tuple.of(id))
                .map(rows -> SubmissionState.valueOf(rows.iterator().next().getString(0)));
    }
}
