package dev.claimgate.store;

import dev.claimgate.codes.AddOnType;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.Indicators;
import dev.claimgate.codes.PairRule;
import dev.claimgate.codes.PayerRule;
import dev.claimgate.codes.RelativeValue;
import dev.claimgate.codes.UnitsLimit;
import dev.claimgate.x12.PackedText;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Writes the rows of a part by COPY, about a megabyte at a time, in the transaction of its connection. Blocks. */
final class CodeCopy implements CodeTableRows {
    private static final int PIECE_CHARS = 1 << 20;

    private final CopyManager copies;
    private final Map<CodeTable, StringBuilder> pieces = new EnumMap<>(CodeTable.class);
    private long part;

    CodeCopy(Connection connection) throws SQLException {
        copies = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** To which part the next rows belong. */
    CodeCopy to(long partId) {
        part = partId;
        return this;
    }

    @Override
    public void procedure(long code, int effective, int ended, Indicators indicators) {
        StringBuilder row = begin(CodeTable.PROCEDURE, code, effective, ended);
        row.append('\t').append(indicators.status()).append('\t').append(indicators.global().code());
        end(CodeTable.PROCEDURE, row, indicators.multiple(), indicators.bilateral(), indicators.assistant(),
                indicators.coSurgery(), indicators.team(), indicators.pctc());
    }

    @Override
    public void relativeValue(long code, int effective, int ended, RelativeValue value) {
        end(CodeTable.RELATIVE_VALUE, begin(CodeTable.RELATIVE_VALUE, code, effective, ended), value.nonFacility(),
                value.facility());
    }

    @Override
    public void unitsLimit(long code, int effective, int ended, UnitsLimit limit) {
        end(CodeTable.UNITS_LIMIT, begin(CodeTable.UNITS_LIMIT, code, effective, ended), limit.units(),
                limit.scope().indicator());
    }

    @Override
    public void addOn(long addOn, long primary, int effective, int ended, AddOnType type) {
        StringBuilder row = code(begin(CodeTable.ADD_ON, addOn, effective, ended).append('\t'), primary);
        end(CodeTable.ADD_ON, row, type.ordinal());
    }

    @Override
    public void pair(long column1, long column2, int effective, int ended, PairRule rule) {
        StringBuilder row = code(begin(CodeTable.PAIR, column1, effective, ended).append('\t'), column2);
        end(CodeTable.PAIR, flag(row, rule == PairRule.ALLOWED_WITH_MODIFIER));
    }

    @Override
    public void modifier(long code, int effective, int ended, boolean bypass) {
        end(CodeTable.MODIFIER, flag(begin(CodeTable.MODIFIER, code, effective, ended), bypass));
    }

    @Override
    public void place(long code, int effective, int ended, boolean facility) {
        end(CodeTable.PLACE, flag(begin(CodeTable.PLACE, code, effective, ended), facility));
    }

    @Override
    public void diagnosis(long code, int effective, int ended, boolean billable) {
        end(CodeTable.DIAGNOSIS, flag(begin(CodeTable.DIAGNOSIS, code, effective, ended), billable));
    }

    @Override
    public void taxonomy(String code, int effective, int ended) {
        StringBuilder row = piece(CodeTable.TAXONOMY).append(part).append('\t').append(code);
        end(CodeTable.TAXONOMY, row, effective, ended);
    }

    @Override
    public void payerRule(String payerId, long code, int effective, int ended, PayerRule rule) {
        StringBuilder row = flag(begin(CodeTable.PAYER_RULE, code, effective, ended).append('\t').append(payerId),
                rule.covered());
        end(CodeTable.PAYER_RULE, rule.unitsMax() == PayerRule.NO_LIMIT ? row.append("\t\\N")
                : row.append('\t').append(rule.unitsMax()));
    }

    /** Writes what is still held back. */
    void flush() {
        pieces.forEach(this::write);
    }

    private StringBuilder piece(CodeTable table) {
        return pieces.computeIfAbsent(table, first -> new StringBuilder());
    }

    private StringBuilder begin(CodeTable table, long code, int effective, int ended) {
        StringBuilder row = piece(table).append(part).append('\t');
        return code(row, code).append('\t').append(effective).append('\t').append(ended);
    }

    /** A packed code in plain text; it holds nothing that COPY would have to have escaped. */
    private static StringBuilder code(StringBuilder row, long packed) {
        for (int shift = (PackedText.length(packed) - 1) * 8; shift >= 0; shift -= 8) {
            row.append((char) (packed >>> shift & 0xff));
        }
        return row;
    }

    private static StringBuilder flag(StringBuilder row, boolean set) {
        return row.append(set ? "\tt" : "\tf");
    }

    private void end(CodeTable table, StringBuilder row, int... values) {
        for (int value : values) {
            row.append('\t').append(value);
        }
        row.append('\n');
        if (row.length() >= PIECE_CHARS) {
            write(table, row);
        }
    }

    private void write(CodeTable table, StringBuilder piece) {
        if (piece.isEmpty()) {
            return;
        }
        try {
            copies.copyIn(table.copy(), new StringReader(piece.toString()));
            piece.setLength(0);
        } catch (SQLException | IOException e) {
            throw new DatabaseException("code tables: the database did not take rows of " + table.table(), e);
        }
    }
}
