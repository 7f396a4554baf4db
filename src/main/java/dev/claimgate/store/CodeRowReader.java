package dev.claimgate.store;

import dev.claimgate.codes.AddOnType;
import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.CodeTablesBuilder;
import dev.claimgate.codes.GlobalPeriod;
import dev.claimgate.codes.Indicators;
import dev.claimgate.codes.PairRule;
import dev.claimgate.codes.PayerRule;
import dev.claimgate.codes.RelativeValue;
import dev.claimgate.codes.UnitsLimit;
import dev.claimgate.codes.UnitsScope;
import dev.claimgate.x12.PackedText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Reads the rows of a release by cursor or as they come, so that only a few thousand are in memory beside the tables. Blocks. */
final class CodeRowReader {
    private static final int FETCH_ROWS = 20_000;
    private static final UnitsScope[] SCOPES = UnitsScope.values();
    private static final AddOnType[] ADD_ON_TYPES = AddOnType.values();

    private final Connection connection;
    private final CodeTableRows rows;
    private final ProcedureMerge procedures = new ProcedureMerge();
    private final ModifierMerge modifiers = new ModifierMerge();

    /** @param connection without auto-commit: else the whole result would come at once */
    private CodeRowReader(Connection connection, CodeTableRows rows) {
        this.connection = connection;
        this.rows = rows;
    }

    /**
     * Builds the tables of a release.
     *
     * @param keepPairsFrom pairs that ended before this day are left out
     * @throws IllegalArgumentException if its rows contradict each other
     */
    static CodeTables load(Connection connection, long releaseId, int keepPairsFrom) throws SQLException {
        CodeTablesBuilder tables = CodeTables.builder();
        new CodeCatalog(connection, Clock.systemUTC()).sources(releaseId).forEach(tables::source);
        for (CodeTable table : CodeTable.values()) {
            read(connection, table, releaseId, table == CodeTable.PAIR ? keepPairsFrom : 0, tables);
        }
        return tables.build();
    }

    /** Hands over the rows of one table, as the release narrows and joins them. */
    static void read(Connection connection, CodeTable table, long releaseId, int keepFrom, CodeTableRows rows)
            throws SQLException {
        CodeRowReader reader = new CodeRowReader(connection, rows);
        reader.read(table, releaseId, keepFrom);
        reader.procedures.writeTo(rows);
        reader.modifiers.writeTo(rows);
    }

    private void read(CodeTable table, long releaseId, int keepFrom) throws SQLException {
        if (table == CodeTable.PAIR) {
            readPairs(releaseId, keepFrom);
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(table.select())) {
            select.setFetchSize(FETCH_ROWS);
            select.setLong(1, releaseId);
            select.setInt(2, keepFrom);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    read(table, row);
                }
            }
        }
    }

    private void readPairs(long releaseId, int keepFrom) throws SQLException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        try (CopiedRows row = new CopiedRows(copies, CodeTable.PAIR.select(releaseId, keepFrom))) {
            while (row.next()) {
                long column1 = row.code();
                int effective = row.integer();
                int ended = row.integer();
                rows.pair(column1, row.code(), effective, ended,
                        row.flag() ? PairRule.ALLOWED_WITH_MODIFIER : PairRule.NOT_ALLOWED);
            }
        }
    }

    private void read(CodeTable table, ResultSet row) throws SQLException {
        int effective = row.getInt(2);
        int ended = row.getInt(3);
        switch (table) {
            case PROCEDURE -> procedures.add(code(row, 1), effective, ended, indicators(row), official(row));
            case RELATIVE_VALUE -> rows.relativeValue(code(row, 1), effective, ended,
                    new RelativeValue(row.getInt(4), row.getInt(5)));
            case UNITS_LIMIT -> rows.unitsLimit(code(row, 1), effective, ended,
                    new UnitsLimit(row.getInt(4), SCOPES[row.getInt(5) - 1]));
            case ADD_ON -> rows.addOn(code(row, 1), code(row, 4), effective, ended, ADD_ON_TYPES[row.getInt(5)]);
            case PAIR -> throw new IllegalStateException("pairs are millions, and copied");
            case MODIFIER -> modifiers.add(code(row, 1), effective, ended, row.getBoolean(4), official(row));
            case PLACE -> rows.place(code(row, 1), effective, ended, row.getBoolean(4));
            case DIAGNOSIS -> rows.diagnosis(code(row, 1), effective, ended, row.getBoolean(4));
            case TAXONOMY -> rows.taxonomy(row.getString(1), effective, ended);
            case PAYER_RULE -> rows.payerRule(row.getString(4), code(row, 1), effective, ended,
                    new PayerRule(row.getBoolean(5), units(row, 6)));
        }
    }

    private static long code(ResultSet row, int column) throws SQLException {
        byte[] text = row.getBytes(column);
        return PackedText.pack(text, 0, text.length);
    }

    private static int units(ResultSet row, int column) throws SQLException {
        int units = row.getInt(column);
        return row.wasNull() ? PayerRule.NO_LIMIT : units;
    }

    /** Whether the row comes from the HCPCS file of CMS, which tells best when its codes and modifiers exist. */
    private static boolean official(ResultSet row) throws SQLException {
        return CodeKind.HCPCS.name().equals(row.getString("kind")) && !row.getBoolean("built_in");
    }

    private static Indicators indicators(ResultSet row) throws SQLException {
        String global = row.getString(5);
        GlobalPeriod period = GlobalPeriod.of(global).orElseThrow(() -> new DatabaseException(
                "code_procedure: global_period is '" + global + "', must be 000, 010, 090, MMM, XXX, YYY or ZZZ"));
        return new Indicators(row.getString(4).charAt(0), period, row.getInt(6), row.getInt(7), row.getInt(8),
                row.getInt(9), row.getInt(10), row.getInt(11));
    }
}
