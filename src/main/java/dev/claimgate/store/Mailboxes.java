package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What partners who send files under names find afterwards: acknowledgements until they are removed, and what they sent. Every
 * query names the partner who asks: files of others are not found.
 */
public final class Mailboxes {
    /** Columns mailbox and outbox of an acknowledgement of the file $1. */
    static final String PLACES = """
            nullif(s.channel, 'HTTP'), case when s.channel <> 'SFTP' and o.partner_id is not null then 'WAITING' end
            from submission s left join outbox_partner o on o.partner_id = s.partner_id where s.id = $1""";
    private static final int SAME_NUMBER_MAX = 10;
    private static final String WAITING = """
            select a.id, coalesce(s.file_name, s.id::text) as file_name, a.kind, a.origin, a.control_number, a.byte_count,
                a.created_at
            from acknowledgement a join submission s on s.id = a.submission_id
            where a.partner_id = $1
                and (a.mailbox = $2 and a.removed_at is null and s.file_name is not null or $2 = 'SFTP' and a.outbox = 'WAITING')
                and ($3::int is null or a.control_number = $3) and a.kind = any($4)
            order by a.control_number limit $5""";
    private static final String REMOVE = """
            with removed as (
                update acknowledgement set removed_at = case when mailbox = $5 then $3 else removed_at end,
                    outbox = case when mailbox = $5 then outbox else 'REMOVED' end
                where id = $1 and partner_id = $2
                    and (mailbox = $5 and removed_at is null or $5 = 'SFTP' and outbox = 'WAITING')
                returning id)
            insert into audit_event (at, partner_id, actor, action, object)
            select $3, $2, $5, $4, id::text from removed""";
    private static final String FORGET = "delete from outbox_partner where partner_id <> all ($1)";
    private static final String REMEMBER =
            "insert into outbox_partner (partner_id) select unnest($1::text[]) on conflict do nothing";
    private static final String SENT = """
            select id, file_name, state, byte_count, received_at from submission
            where partner_id = $1 and file_name is not null and state <> 'STAGED' and channel = 'SFTP'
                and ($2::timestamptz is null or received_at >= $2 and received_at < $3)
            order by received_at desc limit $4""";

    private final SqlClient database;
    private final Clock clock;

    public Mailboxes(Pool database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Acknowledgements that wait, in the order of their control numbers.
     *
     * @param kinds which of TA1, 999 and 277CA; the others are not shown
     * @param max   so many at most
     */
    public Future<List<MailboxFile>> waiting(String partnerId, Channel mailbox, Set<String> kinds, int max) {
        return waiting(partnerId, mailbox, null, kinds, max);
    }

    /** Those with a control number: one, but for the numbers' rare return. */
    public Future<List<MailboxFile>> waiting(String partnerId, Channel mailbox, int controlNumber, Set<String> kinds) {
        return waiting(partnerId, mailbox, controlNumber, kinds, SAME_NUMBER_MAX);
    }

    private Future<List<MailboxFile>> waiting(String partnerId, Channel mailbox, Integer controlNumber, Set<String> kinds,
                                              int max) {
        return database.preparedQuery(WAITING)
                .execute(Tuple.of(partnerId, mailbox.name(), controlNumber, kinds.toArray(String[]::new), max))
                .map(Mailboxes::acknowledgements);
    }

    /** Takes an acknowledgement out of the mailbox, which the audit trail records; false if it was not in it. Its bytes are kept. */
    public Future<Boolean> remove(String partnerId, Channel mailbox, long acknowledgementId) {
        return database.preparedQuery(REMOVE)
                .execute(Tuple.of(acknowledgementId, partnerId, clock.instant().atOffset(ZoneOffset.UTC),
                        AuditTrail.Action.ACKNOWLEDGEMENT_REMOVED.label(), mailbox.name()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Whose acknowledgements lie in his outbox from now on whichever way the file came; nobody else's. */
    public Future<Void> outboxOfAllFiles(Set<String> partnerIds) {
        Tuple ids = Tuple.tuple().addArrayOfString(partnerIds.toArray(String[]::new));
        return database.preparedQuery(FORGET).execute(ids)
                .compose(forgotten -> database.preparedQuery(REMEMBER).execute(ids)).mapEmpty();
    }

    /** What the partner sent by SFTP, newest first, {@code max} at most. */
    public Future<List<ArchivedFile>> sent(String partnerId, int max) {
        return sent(partnerId, Optional.empty(), max);
    }

    /** What he sent within the second that begins at {@code second}. */
    public Future<List<ArchivedFile>> sent(String partnerId, Instant second, int max) {
        return sent(partnerId, Optional.of(second), max);
    }

    private Future<List<ArchivedFile>> sent(String partnerId, Optional<Instant> second, int max) {
        OffsetDateTime from = second.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
        OffsetDateTime to = second.map(at -> at.plusSeconds(1).atOffset(ZoneOffset.UTC)).orElse(null);
        return database.preparedQuery(SENT).execute(Tuple.of(partnerId, from, to, max)).map(rows -> {
            List<ArchivedFile> files = new ArrayList<>(rows.size());
            for (Row row : rows) {
                files.add(new ArchivedFile(row.getUUID("id"), row.getString("file_name"), row.getString("state"),
                        row.getLong("byte_count"), row.getOffsetDateTime("received_at").toInstant()));
            }
            return files;
        });
    }

    private static List<MailboxFile> acknowledgements(RowSet<Row> rows) {
        List<MailboxFile> files = new ArrayList<>(rows.size());
        for (Row row : rows) {
            files.add(new MailboxFile(row.getLong("id"), row.getString("file_name"), row.getString("kind"),
                    row.getString("origin"), row.getInteger("control_number"), row.getLong("byte_count"),
                    row.getOffsetDateTime("created_at").toInstant()));
        }
        return files;
    }
}
