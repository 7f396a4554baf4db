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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Received files on their way into the database. When a future of {@link Receipt} succeeds, the file is on disk. */
public final class Submissions {
    private static final String RECEIVE = """
            with kept as (
                insert into submission (id, partner_id, channel, received_at, byte_count, sha256, state)
                values ($1, $2, $3, $4, $5, $6, 'RECEIVED') returning id),
            told as (
                insert into audit_event (at, partner_id, actor, action, object)
                values ($4, $2, $8, 'file-received', $1::uuid::text))
            insert into submission_chunk (submission_id, sequence, bytes, key_id) select id, 0, $7, $9 from kept""";

    private static final String RECEIPTS = """
            select s.id, s.received_at, s.byte_count, s.sha256
            from unnest($2::uuid[]) with ordinality as w(id, place) join submission s on s.id = w.id
            where s.partner_id = $1 order by w.place""";

    private final Pool pool;
    private final Clock clock;
    private final Sealer sealer;
    private final Optional<String> actor;
    private final DiskRoom room;

    /** Without encryption. */
    public Submissions(Pool pool, Clock clock) {
        this(pool, clock, Sealer.NONE);
    }

    /** Whatever room the disk has. */
    public Submissions(Pool pool, Clock clock, Sealer sealer) {
        this(pool, clock, sealer, DiskRoom.UNKNOWN);
    }

    /** @param room where there is too little, every file fails with a {@link DiskFullException} */
    public Submissions(Pool pool, Clock clock, Sealer sealer, DiskRoom room) {
        this(pool, clock, sealer, room, Optional.empty());
    }

    private Submissions(Pool pool, Clock clock, Sealer sealer, DiskRoom room, Optional<String> actor) {
        this.pool = pool;
        this.clock = clock;
        this.sealer = sealer;
        this.room = room;
        this.actor = actor;
    }

    /** The same, telling the audit trail who sends; without it stands the channel there. */
    public Submissions by(String sender) {
        return new Submissions(pool, clock, sealer, room, Optional.of(sender));
    }

    /** The id of a file that is received now. */
    public UUID newId() {
        return SubmissionIds.at(clock.instant());
    }

    /** Keeps a file that is small enough to be one chunk: one statement, one commit. */
    public Future<Receipt> receive(UUID id, String partnerId, Channel channel, Buffer file) {
        if (!room.enough()) {
            return Future.failedFuture(new DiskFullException());
        }
        Instant now = now();
        byte[] sha256 = sha256().digest(file.getBytes());
        return pool.preparedQuery(RECEIVE)
                .execute(Tuple.from(new Object[] {id, partnerId, channel.name(), now.atOffset(ZoneOffset.UTC),
                    (long) file.length(), Buffer.buffer(sha256), sealer.seal(Sealer.Purpose.FILE, file),
                    actor.orElse(channel.name()), sealer.keyId()}))
                .map(done -> Receipt.of(id, now, file.length(), sha256));
    }

    /** Opens a transaction that keeps a file chunk by chunk; it holds a connection until it is committed or rolled back. */
    public Future<SubmissionWriter> begin(UUID id, String partnerId, Channel channel) {
        if (!room.enough()) {
            return Future.failedFuture(new DiskFullException());
        }
        return pool.getConnection().compose(connection -> connection.begin()
                .compose(transaction -> new SubmissionWriter(connection, transaction, id, partnerId, channel,
                        actor.orElse(channel.name()), now(), sealer, room).begin())
                .onFailure(failure -> connection.close()));
    }

    /** As precise as the database keeps it, so that it is told the same later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The receipts of a partner's files, in the order of the ids; none of what is not his. */
    public Future<List<Receipt>> receipts(String partnerId, List<UUID> ids) {
        return pool.preparedQuery(RECEIPTS)
                .execute(Tuple.tuple().addString(partnerId).addArrayOfUUID(ids.toArray(UUID[]::new))).map(rows -> {
            List<Receipt> receipts = new ArrayList<>();
            rows.forEach(row -> receipts.add(Receipt.of(row.getUUID(0), row.getOffsetDateTime(1).toInstant(), row.getLong(2),
                    row.getBuffer(3).getBytes())));
            return receipts;
        });
    }

    /** Which of these files have their verdict. */
    public Future<List<UUID>> decided(Collection<UUID> ids) {
        return pool.preparedQuery("select id from submission where id = any ($1) and state <> 'RECEIVED'")
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new))).map(rows -> {
            List<UUID> decided = new ArrayList<>();
            rows.forEach(row -> decided.add(row.getUUID(0)));
            return decided;
        });
    }

    /** How a file stands, for one who waits for its verdict. */
    public Future<SubmissionState> state(UUID id) {
        return pool.preparedQuery("select state from submission where id = $1").execute(Tuple.of(id))
                .map(rows -> SubmissionState.valueOf(rows.iterator().next().getString(0)));
    }
}
