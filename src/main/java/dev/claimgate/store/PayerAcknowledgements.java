package dev.claimgate.store;

import dev.claimgate.ack.AcknowledgementKind;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts the further 277CA, by which a payer's answer reaches the submitter, into his outbox. */
final class PayerAcknowledgements {
    private static final int CHUNK_BYTES = 256 * 1024;
    private static final String INSERT = """
            insert into acknowledgement (submission_id, partner_id, kind, origin, interchange_ordinal, control_number,
                                         byte_count, created_at, mailbox, outbox)
            select $1, $2, $3, 'PAYER', $4, $5, $6, $7, """ + Mailboxes.PLACES + " returning id";
    private static final String CHUNKS = """
            insert into acknowledgement_chunk (acknowledgement_id, sequence, bytes, key_id)
            select $1, n - 1, bytes, $3 from unnest($2::bytea[]) with ordinality as c(bytes, n)""";

    private final SqlConnection connection;
    private final ReplyWork work;
    private final OffsetDateTime now;
    private final Sealer sealer;

    PayerAcknowledgements(SqlConnection connection, ReplyWork work, OffsetDateTime now, Sealer sealer) {
        this.connection = connection;
        this.work = work;
        this.now = now;
        this.sealer = sealer;
    }

    Future<Void> write(List<AnsweredSet> sets) {
        Future<Void> done = Future.succeededFuture();
        for (AnsweredSet set : sets) {
            done = done.compose(v -> write(set));
        }
        Map<UUID, String> files = new LinkedHashMap<>();
        sets.forEach(set -> files.put(set.set().submissionId(), set.set().partnerId()));
        for (Map.Entry<UUID, String> file : files.entrySet()) {
            done = done.compose(v -> WebhookCalls.add(connection, file.getValue(), "payer-answer", file.getKey(), now));
        }
        return done;
    }

    private Future<Void> write(AnsweredSet answered) {
        return connection.query("select nextval('acknowledgement_control_number') as number").execute()
                .map(rows -> rows.iterator().next().getLong("number").intValue())
                .compose(number -> work.acknowledge(answered, number)
                        .compose(bytes -> insert(answered.set(), number, Buffer.buffer(bytes))));
    }

    private Future<Void> insert(ForwardedClaim.SourceSet set, int number, Buffer bytes) {
        return connection.preparedQuery(INSERT).execute(Tuple.of(set.submissionId(), set.partnerId(),
                        AcknowledgementKind.CLAIM.label(), set.interchangeOrdinal(), number, (long) bytes.length(), now))
                .compose(rows -> connection.preparedQuery(CHUNKS).execute(Tuple.tuple()
                        .addLong(rows.iterator().next().getLong("id")).addArrayOfBuffer(chunks(bytes))
                        .addString(sealer.keyId()))).mapEmpty();
    }

    private Buffer[] chunks(Buffer bytes) {
        List<Buffer> chunks = new ArrayList<>();
        for (int from = 0; from < bytes.length(); from += CHUNK_BYTES) {
            chunks.add(sealer.seal(Sealer.Purpose.ACKNOWLEDGEMENT,
                    bytes.slice(from, Math.min(from + CHUNK_BYTES, bytes.length()))));
        }
        return chunks.toArray(Buffer[]::new);
    }
}
