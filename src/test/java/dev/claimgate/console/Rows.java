package dev.claimgate.console;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Puts rows into the database as the pipeline and the payer edge would. */
final class Rows {
    private final Connection connection;

    Rows(Connection connection) {
        this.connection = connection;
    }

    UUID submission(String partner) throws SQLException {
        UUID id = UUID.randomUUID();
        insert("""
                insert into submission (id, partner_id, channel, received_at, byte_count, sha256, state, validated_at, summary)
                values (?, ?, 'HTTP', '2026-03-01T12:00:00Z', 1234, decode(repeat('ab', 32), 'hex'), 'VALIDATED',
                        '2026-03-01T12:00:01Z', '{"claims": {"received": 2, "accepted": 1}}')""", id, partner);
        return id;
    }

    void acknowledgement(UUID submission, String partner, String kind, String... pieces) throws SQLException {
        long id = insert("""
                insert into acknowledgement (submission_id, partner_id, kind, origin, interchange_ordinal, control_number,
                                             byte_count, created_at)
                values (?, ?, ?, 'GATEWAY', 1, 7, ?, '2026-03-01T12:00:01Z')""",
                submission, partner, kind, (long) String.join("", pieces).length());
        for (int i = 0; i < pieces.length; i++) {
            insert("insert into acknowledgement_chunk values (?, ?, ?)", id, i, pieces[i].getBytes(StandardCharsets.US_ASCII));
        }
    }

    long claim(UUID submission, String partner, String number, String state, String statuses) throws SQLException {
        return insert("""
                insert into claim (submission_id, partner_id, interchange_ordinal, group_ordinal, set_ordinal, ordinal,
                    patient_control_number, charge_cents, line_count, service_from, service_to, billing_npi, payer_code,
                    payer_id, state, statuses, ranges)
                values (?, ?, 1, 1, 1, 1, ?, 12505, 2, 20260215, 0, '1234567893', 'EVG01', 'evergreen', ?, ?, '{}')""",
                submission, partner, number, state, statuses);
    }

    void sentAndRejectedByPayer(long claim) throws SQLException {
        long outbound = insert("""
                insert into outbound_interchange (payer_id, control_number, originator_id, claim_count, bytes, state, created_at,
                    next_attempt_at, sent_at)
                values ('evergreen', 41, 'X', 1, '', 'SENT', '2026-03-01T12:00:02Z', '2026-03-01T12:00:02Z',
                        '2026-03-01T12:00:03Z')""");
        insert("update claim set outbound_id = ? where id = ?", outbound, claim);
        long reply = insert("""
                insert into payer_reply (payer_id, sha256, bytes, received_at, state)
                values ('evergreen', '', '', '2026-03-01T12:01:00Z', 'APPLIED')""");
        insert("""
                insert into claim_status (claim_id, payer_reply_id, kind, accepted, statuses, payer_claim_number, recorded_at)
                values (?, ?, '277CA', false, 'A3:562:85 A3:21', 'P-99', '2026-03-01T12:01:01Z')""", claim, reply);
    }

    List<String> texts(String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private long insert(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
            ResultSet keys = statement.getGeneratedKeys();
            boolean numbered = keys.next() && keys.getMetaData().getColumnType(1) == Types.BIGINT;
            return numbered ? keys.getLong(1) : 0;
        }
    }
}
