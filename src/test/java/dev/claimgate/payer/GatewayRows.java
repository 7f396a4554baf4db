package dev.claimgate.payer;

import dev.claimgate.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;

/** Puts validated files into the database and looks at what became of their claims. */
final class GatewayRows {
    /** Odd on purpose, so that ranges cross the borders of chunks. */
    private static final int CHUNK_BYTES = 101;

    private final TestDatabase database;

    GatewayRows(TestDatabase database) {
        this.database = database;
    }

    /** Stores the file as the pipeline does, in one transaction: every claim accepted and waiting. */
    void accept(SampleFile file) throws SQLException {
        try (Connection db = database.connect()) {
            db.setAutoCommit(false);
            run(db, "insert into submission values (?, 'northside', 'HTTP', now(), ?, '', 'VALIDATED', 1, now(), null)",
                    file.submissionId, (long) file.bytes.length);
            for (int from = 0, n = 0; from < file.bytes.length; from += CHUNK_BYTES, n++) {
                run(db, "insert into submission_chunk values (?, ?, ?)", file.submissionId, n,
                        Arrays.copyOfRange(file.bytes, from, Math.min(from + CHUNK_BYTES, file.bytes.length)));
            }
            byte[] delimiters = {file.delimiters.element(), file.delimiters.repetition(), file.delimiters.component(),
                    file.delimiters.segment()};
            run(db, "insert into interchange values (?, 1, ?, 'T', 'ZZ', 'NORTHSIDE', 'ZZ', 'CLAIMGATE')",
                    file.submissionId, delimiters);
            for (long[] ranges : file.ranges) {
                claim(db, file, ranges);
            }
            run(db, "insert into waiting_claim select payer_id, id from claim where submission_id = ?", file.submissionId);
            db.commit();
        }
    }

    private static void claim(Connection db, SampleFile file, long[] ranges) throws SQLException {
        String text = new String(file.bytes, (int) ranges[8], 60, StandardCharsets.ISO_8859_1);
        String number = text.split("[*|]")[1];
        run(db, """
                insert into claim (submission_id, partner_id, interchange_ordinal, group_ordinal, set_ordinal, ordinal,
                    patient_control_number, charge_cents, line_count, service_from, service_to, billing_npi, payer_code,
                    payer_id, state, statuses, ranges)
                values (?, 'northside', 1, 1, 1, 1, ?, 12550, 1, 20251230, 20251230, '1234567893', 'EVG01', 'evergreen',
                    'WAITING', '', ?)""", file.submissionId, number,
                db.createArrayOf("bigint", Arrays.stream(ranges).boxed().toArray()));
    }

    /** State by patient control number. */
    TreeMap<String, String> states() {
        TreeMap<String, String> states = new TreeMap<>();
        for (List<String> row : rows("select c.patient_control_number, claim_state(c.state, o.state) from claim c"
                + " left join outbound_interchange o on o.id = c.outbound_id")) {
            states.put(row.get(0), row.get(1));
        }
        return states;
    }

    /** What payers said of the claim, oldest first: kind, whether it is accepted, statuses. */
    List<List<String>> told(String number) {
        return rows("""
                select kind, accepted, statuses from (
                    select recorded_at, 0 as rank, o.kind, o.accepted, o.statuses
                    from claim c join outbound_status o on o.outbound_id = c.outbound_id and o.outbound_set in (0, c.outbound_set)
                    where c.patient_control_number = '%1$s'
                    union all
                    select recorded_at, 1, s.kind, s.accepted, s.statuses
                    from claim c join claim_status s on s.claim_id = c.id where c.patient_control_number = '%1$s') told
                order by recorded_at, rank""".formatted(number));
    }

    List<List<String>> rows(String sql) {
        try (Connection db = database.connect(); PreparedStatement statement = db.prepareStatement(sql);
             ResultSet result = statement.executeQuery()) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** Changes rows. */
    void run(String sql) throws SQLException {
        try (Connection db = database.connect()) {
            run(db, sql);
        }
    }

    String one(String sql) {
        List<List<String>> rows = rows(sql);
        Assertions.assertThat(rows).as(sql).hasSize(1);
        return rows.get(0).get(0);
    }

    /** All acknowledgements passed on from payers, one text. */
    String payerAcknowledgements() {
        StringBuilder text = new StringBuilder();
        rows("""
                select convert_from(c.bytes, 'LATIN1') from acknowledgement a
                join acknowledgement_chunk c on c.acknowledgement_id = a.id
                where a.origin = 'PAYER' order by a.id, c.sequence""").forEach(row -> text.append(row.get(0)));
        return text.toString();
    }

    /** Waits, at most 20 s. */
    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come true within 20 s");
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void run(Connection db, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
