package dev.claimgate.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was on its way to payers when the schema was brought to version 19 goes on from there. */
class ForwardingUpgradeIT {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @Test
    void shouldFindWaitingClaimsAndThoseOfInterchangesAgain() throws SQLException {
        execute("drop schema public cascade");
        execute("create schema public");
        Flyway.configure().dataSource(database.jdbcUrl(), database.connectOptions().getUser(),
                database.connectOptions().getPassword()).locations("classpath:db/migration").target("18").load().migrate();
        execute("insert into submission values (gen_random_uuid(), 'north', 'HTTP', now(), 1, '', 'VALIDATED', 1, now(), null)");
        interchange("READY");
        interchange("SENT");
        interchange("REJECTED");
        claim("REJECTED", "null", "null");
        claim("WAITING", "'evergreen'", "null");
        claim("QUEUED", "'evergreen'", "1");
        claim("SENT", "'evergreen'", "2");
        claim("PAYER_ACCEPTED", "'evergreen'", "2");
        claim("NEEDS_ATTENTION", "'evergreen'", "3");

        Database.migrate(database.connectOptions());

        assertThat(text("select string_agg(payer_id || ' ' || claim_id, ', ') from waiting_claim")).isEqualTo("evergreen 2");
        assertThat(text("select string_agg(claim_ids::text, ' ' order by id) from outbound_interchange"))
                .isEqualTo("{3} {4,5} {6}");
        assertThat(text("select string_agg(claim_state(c.state, o.state), ' ' order by c.id) from claim c"
                + " left join outbound_interchange o on o.id = c.outbound_id"))
                .isEqualTo("REJECTED WAITING QUEUED SENT PAYER_ACCEPTED NEEDS_ATTENTION");
        assertThat(text("select string_agg(id::text, ' ' order by id) from outbound_interchange where answered_at is null"))
                .as("who owes answers").isEqualTo("1 2");
    }

    private static void interchange(String state) throws SQLException {
        execute("""
                insert into outbound_interchange (payer_id, control_number, originator_id, claim_count, bytes, state, created_at,
                    next_attempt_at, acknowledged_at)
                select 'evergreen', count(*) + 1, 'X', 1, '', '%s', now(), now(), now() from outbound_interchange"""
                .formatted(state));
    }

    private static void claim(String state, String payer, String outbound) throws SQLException {
        execute("""
                insert into claim (submission_id, partner_id, interchange_ordinal, group_ordinal, set_ordinal, ordinal,
                    patient_control_number, charge_cents, line_count, service_from, service_to, billing_npi, payer_code,
                    payer_id, state, statuses, ranges, outbound_id)
                select id, 'north', 1, 1, 1, 1, 'A', 100, 1, 20260215, 0, '1234567893', 'EVG01', %s, '%s', '', '{}', %s
                from submission""".formatted(payer, state, outbound));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
