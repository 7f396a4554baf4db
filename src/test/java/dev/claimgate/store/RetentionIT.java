package dev.claimgate.store;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.TestVertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Old months go as a whole, and the audit trail that tells of it stays. */
class RetentionIT {
    private static final YearMonth KEPT_FROM = YearMonth.of(2026, 3);
    private static final String FILES_WITH_BYTES = "select string_agg(distinct submission_id::text, ' ') from submission_chunk";
    private static final String TOLD = "select string_agg(object || ' ' || (detail ->> 'partition') || ' ' || (detail ->>"
            + " 'files'), ', ') from audit_event where action = 'retention-removed' and detail ? 'partition'";

    @RegisterExtension
    static final TestVertx vertx = new TestVertx();
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private Pool pool;
    private Retention retention;

    @BeforeEach
    void open() throws SQLException {
        database.clear();
        pool = database.pool(vertx.get());
        retention = new Retention(pool, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        await(pool.close());
    }

    @Test
    void shouldRemoveAllOfOldMonthsAndNothingOfLaterOnes() throws SQLException {
        UUID january = file("2026-01-31T12:00:00Z", "PAYER_ACCEPTED");
        UUID february = file("2026-02-28T23:59:59Z", "REJECTED");
        UUID march = file("2026-03-01T00:00:00Z", "PAYER_ACCEPTED");

        assertThat(await(retention.removeBefore(KEPT_FROM))).isEqualTo(2);
        assertThat(await(retention.removeBefore(KEPT_FROM))).isZero();

        assertThat(text("select string_agg(id::text, ' ') from submission")).isEqualTo(march.toString());
        for (String table : new String[] {"submission_chunk", "claim", "interchange_seen", "transmission_seen",
            "acknowledgement"}) {
            assertThat(text("select string_agg(distinct submission_id::text, ' ') from " + table)).as(table)
                    .isEqualTo(march.toString());
        }
        assertThat(text("select count(*) from acknowledgement_chunk")).isEqualTo("1");
        assertThat(text("select actor || ' ' || object || ' ' || (detail ->> 'files') || ' ' || (detail ->> 'to') from audit_event"
                + " where action = 'retention-removed'")).isEqualTo("retention 2026-01 2 2026-02");
        assertThat(text("select count(*) from audit_event where action = 'file-received' and object in ('" + january + "', '"
                + february + "')")).isEqualTo("2");
    }

    @Test
    void shouldKeepAFileThatIsNotDone() throws SQLException {
        file("2026-01-15T12:00:00Z", "WAITING");
        UUID unjudged = file("2026-01-15T12:00:00Z", "REJECTED");
        execute("update submission set state = 'RECEIVED' where id = '" + unjudged + "'");
        assertThat(await(retention.removeBefore(KEPT_FROM))).isZero();
        assertThat(text("select count(*) from submission")).isEqualTo("2");
    }

    @Test
    void shouldRemoveTheBytesOfAMonthAtOnceAndTellTheAuditTrail() throws SQLException {
        makePartitions();
        file(sent("2026-01-15T12:00:00Z"), "2026-01-15T12:00:00Z", "PAYER_ACCEPTED");
        file(sent("2026-01-31T23:59:59Z"), "2026-01-31T23:59:59Z", "REJECTED");
        file(UUID.randomUUID(), "2026-01-15T12:00:00Z", "REJECTED");
        UUID march = file(sent("2026-03-01T00:00:00Z"), "2026-03-01T00:00:00Z", "PAYER_ACCEPTED");

        assertThat(await(retention.removeBefore(KEPT_FROM))).isEqualTo(3);
        assertThat(text("select count(*) from submission_chunk_2026_01")).as("a file goes before its bytes").isEqualTo("2");
        assertThat(await(retention.removeBefore(KEPT_FROM))).isZero();

        assertThat(partitions()).isEqualTo("submission_chunk_2026_03 submission_chunk_other");
        assertThat(text(FILES_WITH_BYTES)).isEqualTo(march.toString());
        assertThat(text(TOLD)).isEqualTo("2026-01 submission_chunk_2026_01 2");
    }

    @Test
    void shouldFinishWhatAKilledRunLeft() throws SQLException {
        makePartitions();
        file(sent("2026-01-15T12:00:00Z"), "2026-01-15T12:00:00Z", "REJECTED");
        assertThat(await(retention.removeBefore(KEPT_FROM))).isEqualTo(1);

        assertThat(await(new Retention(pool, Clock.systemUTC()).removeBefore(KEPT_FROM))).isZero();
        assertThat(text("select count(*) from submission_chunk")).isEqualTo("0");
        assertThat(text(TOLD)).isEqualTo("2026-01 submission_chunk_2026_01 1");
    }

    @Test
    void shouldKeepTheBytesOfAFileThatIsNotDoneAndRemoveThoseOfItsMonthInBatches() throws SQLException {
        makePartitions();
        UUID waiting = file(sent("2026-01-15T12:00:00Z"), "2026-01-15T12:00:00Z", "WAITING");
        file(sent("2026-01-15T12:00:01Z"), "2026-01-15T12:00:01Z", "REJECTED");

        assertThat(await(retention.removeBefore(KEPT_FROM))).isEqualTo(1);
        assertThat(await(retention.removeBefore(KEPT_FROM))).isZero();
        assertThat(text(FILES_WITH_BYTES)).isEqualTo(waiting.toString());

        execute("update claim set state = 'PAYER_ACCEPTED'");
        assertThat(await(retention.removeBefore(KEPT_FROM))).isEqualTo(1);
        assertThat(await(retention.removeBefore(KEPT_FROM))).isZero();
        assertThat(partitions()).isEqualTo("submission_chunk_2026_03 submission_chunk_other");
    }

    @Test
    void shouldKeepTheBytesOfAFileThatCountsAsReceivedInALaterMonthThanItsIdTells() throws SQLException {
        makePartitions();
        UUID renamed = file(sent("2026-01-31T12:00:00Z"), "2026-03-01T00:00:00Z", "PAYER_ACCEPTED");
        UUID early = file(sent("2026-03-01T00:00:00Z"), "2026-02-28T23:59:59Z", "PAYER_ACCEPTED");
        assertThat(await(retention.removeBefore(KEPT_FROM))).isEqualTo(1);
        assertThat(text("select count(*) from submission_chunk where submission_id = '" + early + "'")).isEqualTo("0");
        assertThat(await(retention.removeBefore(KEPT_FROM))).isZero();
        assertThat(text(FILES_WITH_BYTES)).isEqualTo(renamed.toString());
    }

    @Test
    void shouldDeleteInBatchesWhatSomebodyKeepsFromBeingRemovedAtOnce() throws SQLException {
        makePartitions();
        file(sent("2026-01-15T12:00:00Z"), "2026-01-15T12:00:00Z", "REJECTED");
        try (Connection reader = database.connect()) {
            reader.setAutoCommit(false);
            reader.createStatement().executeQuery("select * from submission_chunk_2026_01");
            assertThat(await(retention.removeBefore(KEPT_FROM))).isEqualTo(1);
            assertThat(await(retention.removeBefore(KEPT_FROM))).isZero();
            assertThat(text("select count(*) from submission_chunk")).isEqualTo("0");
            assertThat(partitions()).contains("submission_chunk_2026_01");
            reader.rollback();
        }
        assertThat(await(retention.removeBefore(KEPT_FROM))).isZero();
        assertThat(partitions()).isEqualTo("submission_chunk_2026_03 submission_chunk_other");
    }

    @Test
    void shouldLoseNothingOfAnUploadUnderWayWithAnIdOfAMonthThatGoes() throws SQLException {
        makePartitions();
        UUID id = sent("2026-01-31T23:59:59Z");
        SubmissionWriter upload = await(new Submissions(pool, Clock.systemUTC()).begin(id, "northside", Channel.SFTP));
        await(upload.append(Buffer.buffer("ISA")));
        assertThat(await(retention.removeBefore(KEPT_FROM))).isZero();
        await(upload.append(Buffer.buffer("*00")));
        await(upload.commit());
        assertThat(await(retention.removeBefore(KEPT_FROM))).isZero();
        assertThat(await(await(StoredBytes.ofFile(pool, Sealer.NONE, id)).read(0, 9))).hasToString("ISA*00");
    }

    @Test
    void shouldRemoveAMonthWithAnUploadInOtherMonthsUnderWay() throws SQLException {
        makePartitions();
        file(sent("2026-01-15T12:00:00Z"), "2026-01-15T12:00:00Z", "REJECTED");
        SubmissionWriter upload = await(new Submissions(pool, Clock.systemUTC())
                .begin(sent("2026-03-02T00:00:00Z"), "northside", Channel.SFTP));
        await(upload.append(Buffer.buffer("ISA")));
        assertThat(await(retention.removeBefore(KEPT_FROM))).isEqualTo(1);
        assertThat(await(retention.removeBefore(KEPT_FROM))).isZero();
        assertThat(text(TOLD)).isEqualTo("2026-01 submission_chunk_2026_01 1");
        await(upload.commit());
    }

    @Test
    void shouldLeaveATableAloneThatSomebodyAttachedWithOtherBounds() throws SQLException {
        execute("create table submission_chunk_2025_01 partition of submission_chunk for values from"
                + " ('00000000-0000-0000-0000-000000000000') to ('" + SubmissionIds.first(YearMonth.of(2026, 2)) + "')");
        try {
            file(sent("2026-01-15T12:00:00Z"), "2026-01-15T12:00:00Z", "REJECTED");
            assertThat(await(retention.removeBefore(KEPT_FROM))).isEqualTo(1);
            assertThat(text("select count(*) from submission_chunk")).isEqualTo("0");
            assertThat(await(retention.removeBefore(KEPT_FROM))).isZero();
            assertThat(partitions()).contains("submission_chunk_2025_01");
        } finally {
            execute("drop table submission_chunk_2025_01");
        }
    }

    private void makePartitions() {
        ChunkMonths months = new ChunkMonths(pool);
        await(months.make(YearMonth.of(2026, 1)));
        await(months.make(KEPT_FROM));
    }

    private UUID sent(String at) {
        return new Submissions(pool, Clock.fixed(Instant.parse(at), ZoneOffset.UTC)).newId();
    }

    private static String partitions() throws SQLException {
        return text("select string_agg(inhrelid::regclass::text, ' ' order by inhrelid::regclass::text) from pg_inherits"
                + " where inhparent = 'submission_chunk'::regclass");
    }

    @Test
    void shouldRemoveWhatWasSentAndAnsweredWithTheLastOfItsClaims() throws SQLException {
        for (String month : new String[] {"2026-01", "2026-03"}) {
            file(month + "-15T12:00:00Z", "PAYER_ACCEPTED");
            execute("insert into outbound_interchange (payer_id, control_number, originator_id, claim_count, bytes, state,"
                    + " created_at, next_attempt_at, claim_ids) select 'evergreen', max(id), '" + month + "', 1, '', 'ACCEPTED',"
                    + " '2026-01-16', '2026-01-16', array[max(id)] from claim");
            execute("insert into payer_reply (payer_id, sha256, bytes, received_at, state) values ('evergreen', '" + month
                    + "', '', '2026-01-17', 'APPLIED')");
            execute("insert into outbound_status (outbound_id, outbound_set, payer_reply_id, kind, accepted, statuses, recorded_at)"
                    + " select (select max(id) from outbound_interchange), 1, max(id), '999', true, 'A', '2026-01-17'"
                    + " from payer_reply");
        }
        execute("insert into claim_status (claim_id, payer_reply_id, kind, accepted, statuses, payer_claim_number, recorded_at)"
                + " select 0, min(id), '277CA', true, 'A2:20', '', '2026-01-17' from payer_reply");

        assertThat(await(retention.removeBefore(KEPT_FROM))).isEqualTo(1);
        assertThat(await(retention.removeBefore(KEPT_FROM))).isZero();

        assertThat(text("select string_agg(originator_id, ' ') from outbound_interchange")).isEqualTo("2026-03");
        assertThat(text("select string_agg(convert_from(sha256, 'UTF8'), ' ') from payer_reply")).isEqualTo("2026-03");
        assertThat(text("select count(*) from outbound_status")).isEqualTo("1");
        assertThat(text("select count(*) from claim_status")).as("of a claim that is gone").isEqualTo("0");
    }

    @Test
    void shouldNotLetTheAuditTrailBeChanged() throws SQLException {
        file("2026-01-15T12:00:00Z", "REJECTED");
        for (String sql : new String[] {"delete from audit_event", "update audit_event set actor = 'nobody'",
            "truncate audit_event"}) {
            assertThatThrownBy(() -> execute(sql)).isInstanceOf(SQLException.class).hasMessageContaining("only added to");
        }
        assertThat(text("select count(*) from audit_event")).isEqualTo("1");
    }

    private UUID file(String receivedAt, String claimState) throws SQLException {
        return file(UUID.randomUUID(), receivedAt, claimState);
    }

    private UUID file(UUID id, String receivedAt, String claimState) throws SQLException {
        Clock then = Clock.fixed(Instant.parse(receivedAt), ZoneOffset.UTC);
        await(new Submissions(pool, then).receive(id, "northside", Channel.HTTP, Buffer.buffer("ISA")));
        execute("update submission set state = 'VALIDATED' where id = '" + id + "'");
        execute("insert into claim (submission_id, partner_id, interchange_ordinal, group_ordinal, set_ordinal, ordinal,"
                + " patient_control_number, charge_cents, line_count, service_from, service_to, billing_npi, payer_code, state,"
                + " statuses, ranges) values ('" + id + "', 'northside', 1, 1, 1, 1, 'P', 1, 1, 0, 0, '', '', '" + claimState
                + "', '', '{}')");
        execute("insert into interchange_seen values ('northside', 'a', 'b', '" + id + "', '" + id + "')");
        execute("insert into transmission_seen values ('northside', 'a', 'P', '" + id + "', '" + id + "', 1, 1, 1)");
        execute("with a as (insert into acknowledgement (submission_id, partner_id, kind, origin, interchange_ordinal,"
                + " control_number, byte_count, created_at) values ('" + id + "', 'northside', 'TA1', 'GATEWAY', 1, 1, 1, now())"
                + " returning id) insert into acknowledgement_chunk select id, 0, 'x' from a");
        return id;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.createStatement().execute(sql);
        }
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = database.connect(); ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
