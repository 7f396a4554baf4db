package dev.claimgate.store;

import dev.claimgate.validation.BatchPlace;
import dev.claimgate.validation.InterchangeHeader;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;

/**
 * One file locked for validation: an open transaction through which everything that follows from the file is written, to be
 * there all at once with {@link #close} or not at all. May be called from any thread; statements run in the order of the calls.
 */
public final class SubmissionWork {
    private static final String REGISTER = """
            insert into interchange_seen (partner_id, sender, receiver, control_number, submission_id)
            values ($1, $2, $3, $4, $5) on conflict do nothing""";
    private static final String WITHDRAW = """
            delete from interchange_seen
            where partner_id = $1 and sender = $2 and receiver = $3 and control_number = $4 and submission_id = $5""";
    private static final String REGISTER_BATCH = """
            insert into transmission_seen (partner_id, sender, usage, originator_id, submission_id, interchange_ordinal,
                group_ordinal, set_ordinal)
            values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing""";
    private static final String WITHDRAW_BATCHES = """
            delete from transmission_seen
            where submission_id = $1 and interchange_ordinal = $2 and ($3 = 0 or group_ordinal = $3)
                and ($4 = 0 or set_ordinal = $4)""";
    private static final int CHUNK_BYTES = 256 * 1024;
    private static final String KEEP_ORIGINAL = """
            with moved as (delete from submission_chunk where submission_id = $1 returning *)
            insert into submission_original (submission_id, sequence, bytes, key_id)
            select submission_id, sequence, bytes, key_id from moved""";
    private static final String INSERT_CHUNK =
            "insert into submission_chunk (submission_id, sequence, bytes, key_id) values ($1, $2, $3, $4)";
    private static final String WAIT = """
            insert into waiting_claim (payer_id, claim_id)
            select payer_id, id from claim where submission_id = $1 and payer_id is not null""";
    private static final String CLOSE =
            "update submission set state = $2, summary = $3, validated_at = $4 where id = $1";
    private static final String REJECT_FLUSHED = """
            update claim set state = 'SET_REJECTED', payer_id = null, statuses = '', note = '', patient_key = null,
                history = null, history_key_id = null
            where submission_id = $1 and interchange_ordinal = $2 and ($3 = 0 or group_ordinal = $3)
                and ($4 = 0 or set_ordinal = $4)""";

    private final SqlConnection connection;
    private final Transaction transaction;
    private final UUID id;
    private final String partnerId;
    private final Instant receivedAt;
    private final long byteCount;
    private final Sealer sealer;
    private final PatientKeys patients;

    SubmissionWork(SqlConnection connection, Transaction transaction, UUID id, String partnerId, Instant receivedAt,
                   long byteCount, Sealer sealer, PatientKeys patients) {
        this.connection = connection;
        this.transaction = transaction;
        this.id = id;
        this.partnerId = partnerId;
        this.receivedAt = receivedAt;
        this.byteCount = byteCount;
        this.sealer = sealer;
        this.patients = patients;
    }

    public UUID id() {
        return id;
    }

    public String partnerId() {
        return partnerId;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public long byteCount() {
        return byteCount;
    }

    /** The bytes of one chunk, {@code sequence} from 0; empty after the last. */
    public Future<Optional<Buffer>> chunk(int sequence) {
        return connection.preparedQuery(
                "select bytes, key_id from submission_chunk where submission_id = $1 and sequence = $2")
                .execute(Tuple.of(id, sequence))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(sealer.open(Sealer.Purpose.FILE, row.getBuffer(0), row.getString(1)));
                    }
                    return Optional.empty();
                });
    }

    /** The next ISA13 of what is made of other formats; one of a transaction that is rolled back is left out for ever. */
    public Future<Integer> convertedControlNumber() {
        return connection.query("select nextval('converted_control_number')::int").execute()
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    /** Puts the 837P that was made of the file in its place, and keeps the file as it came beside it. */
    public Future<Void> convert(String format, Buffer made) {
        Future<?> done = Future.join(format(format),
                connection.preparedQuery(KEEP_ORIGINAL).execute(Tuple.of(id)));
        for (int sequence = 0; sequence * CHUNK_BYTES < made.length(); sequence++) {
            Buffer chunk = made.slice(sequence * CHUNK_BYTES, Math.min(made.length(), (sequence + 1) * CHUNK_BYTES));
            Tuple values = Tuple.of(id, sequence, sealer.seal(Sealer.Purpose.FILE, chunk), sealer.keyId());
            done = done.compose(before -> connection.preparedQuery(INSERT_CHUNK).execute(values));
        }
        return done.mapEmpty();
    }

    /** Keeps in which format it came. */
    public Future<Void> format(String format) {
        return connection.preparedQuery("update submission set format = $2 where id = $1").execute(Tuple.of(id, format))
                .mapEmpty();
    }

    /** Keeps the envelope of the claims that follow: forwarding them and answering for their payers need it. */
    public Future<Void> insert(InterchangeHeader interchange) {
        return SourceInterchange.record(connection, id, interchange);
    }

    /** Writes the claims of the batch in one statement. */
    public Future<Void> insert(ClaimBatch claims) {
        if (claims.isEmpty()) {
            return Future.succeededFuture();
        }
        return connection.preparedQuery(ClaimBatch.INSERT).execute(claims.toTuple(id, partnerId, sealer)).mapEmpty();
    }

    /**
     * What held these claims was rejected after they had been written.
     *
     * @param place the set; with set 0 its whole group, with group 0 as well its whole interchange
     */
    public Future<Void> reject(ClaimBatch.Place place) {
        return connection.preparedQuery(REJECT_FLUSHED)
                .execute(Tuple.of(id, place.interchange(), place.group(), place.set())).mapEmpty();
    }

    /** Remembers the interchange; false if this partner sent one with the same parties and control number before. */
    public Future<Boolean> register(InterchangeHeader header) {
        return connection.preparedQuery(REGISTER).execute(key(header)).map(rows -> rows.rowCount() == 1);
    }

    /** Forgets it again, because it was rejected and may be sent anew. */
    public Future<Void> withdraw(InterchangeHeader header) {
        return connection.preparedQuery(WITHDRAW).execute(key(header)).mapEmpty();
    }

    /** Remembers a transaction set by its BHT03; false if this partner used it before for the same sender and ISA15. */
    public Future<Boolean> registerBatch(BatchPlace place, String number) {
        InterchangeHeader sent = place.interchange();
        return connection.preparedQuery(REGISTER_BATCH)
                .execute(Tuple.of(partnerId, sender(sent), Columns.text(sent.usage()), Columns.text(number), id)
                        .addInteger(sent.ordinal()).addInteger(place.group()).addInteger(place.set()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Forgets the sets remembered at this place of the file again, because they were rejected and may be sent anew. */
    public Future<Void> withdrawBatches(BatchPlace place) {
        return connection.preparedQuery(WITHDRAW_BATCHES)
                .execute(Tuple.of(id, place.interchange().ordinal(), place.group(), place.set())).mapEmpty();
    }

    private static String sender(InterchangeHeader header) {
        return Columns.text(header.senderQualifier() + ":" + header.senderId().strip());
    }

    private Tuple key(InterchangeHeader header) {
        return Tuple.of(partnerId, sender(header),
                Columns.text(header.receiverQualifier() + ":" + header.receiverId().strip()),
                Columns.text(header.controlNumber()), id);
    }

    /** Where acknowledgements of this file are written. */
    public AcknowledgementRows acknowledgements(Instant now) {
        return new AcknowledgementRows(connection, id, partnerId, now.atOffset(ZoneOffset.UTC), sealer);
    }

    /** Keys of this partner's patients, by {@link dev.claimgate.claim.PatientIdentity}; for one thread. */
    public ToLongFunction<String> patientKeys() {
        return patients.hash(partnerId)::of;
    }

    /**
     * Accepted claims of these patients of the partner, those of this file included that were written before this call, oldest
     * first: one statement however many they are.
     *
     * @param since     by patient key, the last service day is that day or later, {@code yyyymmdd}
     * @param claimsMax of each patient, the newest
     * @param zone      in which days of receipt are told
     */
    public Future<List<KnownClaim>> ofPatients(Map<Long, Integer> since, int claimsMax, ZoneId zone) {
        return new KnownClaims(connection, partnerId, sealer, zone).ofPatients(since, claimsMax);
    }

    /** The same for claims with one of these CLM01 or these numbers that payers gave, whoever the patient is. */
    public Future<List<KnownClaim>> numbered(Collection<String> patientControlNumbers, Collection<String> payerClaimNumbers,
                                             ZoneId zone) {
        return new KnownClaims(connection, partnerId, sealer, zone).numbered(patientControlNumbers, payerClaimNumbers);
    }

    /**
     * Sets the verdict, puts the accepted claims into the queues of their payers, and commits everything. Gives the connection
     * back either way.
     */
    public Future<Void> close(SubmissionState state, JsonObject summary, Instant now) {
        OffsetDateTime validatedAt = now.atOffset(ZoneOffset.UTC);
        Future<?> updated = connection.preparedQuery(CLOSE).execute(Tuple.of(id, state.name(), summary, validatedAt));
        Future<?> waiting = connection.preparedQuery(WAIT).execute(Tuple.of(id));
        Future<?> told = WebhookCalls.add(connection, partnerId, "verdict", id, validatedAt);
        return Future.join(updated, waiting, told)
                .compose(written -> transaction.commit())
                .eventually(connection::close);
    }

    /** Forgets everything; the file waits again. Never fails: a lost connection has rolled back by itself. */
    public Future<Void> rollback() {
        return transaction.rollback().otherwiseEmpty().eventually(connection::close).otherwiseEmpty();
    }
}
