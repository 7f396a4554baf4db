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
    void shouldNotLetTheAuditTrailBeChanged() throws SQLException {
        file("2026-01-15T12:00:00Z", "REJECTED");
        for (String sql : new String[] {"delete from audit_event", "update audit_event set actor = 'nobody'",
            "truncate audit_event"}) {
            assertThatThrownBy(() -> execute(sql)).isInstanceOf(SQLException.class).hasMessageContaining("only added to");
        }
        assertThat(text("select count(*) from audit_event")).isEqualTo("1");
    }

    private UUID file(String receivedAt, String claimState) throws SQLException {
        UUID id = UUID.randomUUID();
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
