package dev.claimgate.store;

import dev.claimgate.partner.InterchangeId;
import dev.claimgate.validation.InterchangeHeader;
import dev.claimgate.x12.Delimiters;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/**
 * The envelope in which a claim was received: what forwarding it and answering for its payer need.
 *
 * @param delimiters its separators
 * @param usage      ISA15, P or T
 * @param sender     ISA05 and ISA06
 * @param receiver   ISA07 and ISA08
 */
public record SourceInterchange(Delimiters delimiters, String usage, InterchangeId sender, InterchangeId receiver) {
    static final String COLUMNS =
            "i.delimiters, i.usage, i.sender_qualifier, i.sender_id, i.receiver_qualifier, i.receiver_id";

    /** Records the envelope of claims, in the transaction that writes them. */
    static Future<Void> record(SqlClient client, UUID submissionId, InterchangeHeader header) {
        Delimiters d = header.delimiters();
        Buffer delimiters = Buffer.buffer(new byte[] {d.element(), d.repetition(), d.component(), d.segment()});
        return client.preparedQuery("""
                insert into interchange (submission_id, ordinal, delimiters, usage, sender_qualifier, sender_id,
                                         receiver_qualifier, receiver_id)
                values ($1, $2, $3, $4, $5, $6, $7, $8)""")
                .execute(Tuple.of(submissionId, header.ordinal(), delimiters, Columns.text(header.usage()),
                        Columns.text(header.senderQualifier()), Columns.text(header.senderId().strip()),
                        Columns.text(header.receiverQualifier()), Columns.text(header.receiverId().strip())))
                .mapEmpty();
    }

    static SourceInterchange of(Row row) {
        byte[] d = row.getBuffer("delimiters").getBytes();
        return new SourceInterchange(new Delimiters(d[0], d[1], d[2], d[3]), row.getString("usage"),
                new InterchangeId(row.getString("sender_qualifier"), row.getString("sender_id")),
                new InterchangeId(row.getString("receiver_qualifier"), row.getString("receiver_id")));
    }
}
