package dev.claimgate.store;

import dev.claimgate.ack.AcknowledgementKind;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes a file's own acknowledgements in the transaction of its verdict. */
public final class AcknowledgementRows {
    /** Bytes of one chunk row. */
    public static final int CHUNK_BYTES = 1024 * 1024;

    private static final String INSERT = """
            insert into acknowledgement (submission_id, partner_id, kind, origin, interchange_ordinal, control_number,
                byte_count, created_at, mailbox, outbox)
            select $1, $2, $3, 'GATEWAY', $4, $5, $6, $7, """ + Mailboxes.PLACES + " returning id";

    private final SqlConnection connection;
    private final UUID submissionId;
    private final String partnerId;
    private final OffsetDateTime now;
    private final Sealer sealer;

    AcknowledgementRows(SqlConnection connection, UUID submissionId, String partnerId, OffsetDateTime now,
                        Sealer sealer) {
        this.connection = connection;
        this.submissionId = submissionId;
        this.partnerId = partnerId;
        this.now = now;
        this.sealer = sealer;
    }

    /** The next interchange control numbers; those of a transaction that is rolled back are left out for ever. */
    public Future<List<Integer>> controlNumbers(int count) {
        return connection.preparedQuery(
                "select nextval('acknowledgement_control_number')::int from generate_series(1, $1)")
                .execute(Tuple.of(count))
                .map(rows -> {
                    List<Integer> numbers = new ArrayList<>(count);
                    for (Row row : rows) {
                        numbers.add(row.getInteger(0));
                    }
                    return numbers;
                });
    }

    /** Writes one that fits a single chunk. */
    public Future<Void> insert(AcknowledgementKind kind, int interchange, int controlNumber, Buffer bytes) {
        return connection.preparedQuery("with kept as (" + INSERT + ")"
                + " insert into acknowledgement_chunk (acknowledgement_id, sequence, bytes, key_id)"
                + " select id, 0, $8, $9 from kept")
                .execute(values(kind.label(), interchange, controlNumber, bytes.length())
                        .addBuffer(sealed(bytes)).addString(sealer.keyId()))
                .mapEmpty();
    }

    /**
     * Writes what the sender of another format finds in his mailbox beside acknowledgements; nothing for one who has none.
     *
     * @param kind 837P or REPORT
     */
    public Future<Void> insertBeside(String kind, int number, Buffer bytes) {
        return connection.preparedQuery("with kept as (" + INSERT.replace("where s.id = $1",
                "where s.id = $1 and (s.channel <> 'HTTP' or o.partner_id is not null)") + ")"
                + " insert into acknowledgement_chunk (acknowledgement_id, sequence, bytes, key_id)"
                + " select id, 0, $8, $9 from kept")
                .execute(values(kind, 0, number, bytes.length()).addBuffer(sealed(bytes)).addString(sealer.keyId()))
                .mapEmpty();
    }

    /** Begins one of several chunks and gives its id. */
    public Future<Long> begin(AcknowledgementKind kind, int interchange, int controlNumber) {
        return connection.preparedQuery(INSERT).execute(values(kind.label(), interchange, controlNumber, 0))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    public Future<Void> append(long acknowledgementId, int sequence, Buffer bytes) {
        return connection.preparedQuery(
                "insert into acknowledgement_chunk (acknowledgement_id, sequence, bytes, key_id) values ($1, $2, $3, $4)")
                .execute(Tuple.of(acknowledgementId, sequence, sealed(bytes), sealer.keyId())).mapEmpty();
    }

    private Buffer sealed(Buffer bytes) {
        return sealer.seal(Sealer.Purpose.ACKNOWLEDGEMENT, bytes);
    }

    public Future<Void> end(long acknowledgementId, long byteCount) {
        return connection.preparedQuery("update acknowledgement set byte_count = $2 where id = $1")
                .execute(Tuple.of(acknowledgementId, byteCount)).mapEmpty();
    }

    private Tuple values(String kind, int interchange, int controlNumber, long byteCount) {
        return Tuple.tuple().addUUID(submissionId).addString(partnerId).addString(kind).addInteger(interchange)
                .addInteger(controlNumber).addLong(byteCount).addOffsetDateTime(now);
    }
}
