package dev.claimgate.store;

import dev.claimgate.codes.AddOnType;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.GlobalPeriod;
import dev.claimgate.codes.Indicators;
import dev.claimgate.codes.PairRule;
import dev.claimgate.codes.UnitsLimit;
import dev.claimgate.codes.UnitsScope;
import dev.claimgate.x12.PackedText;
import io.vertx.sqlclient.Row;

/** Turns database rows of {@link CodeTable#select()} back into rows of code tables. */
final class CodeRowReader {
    private static final UnitsScope[] SCOPES = UnitsScope.values();
    private static final AddOnType[] ADD_ON_TYPES = AddOnType.values();

    private final CodeTableRows rows;

    CodeRowReader(CodeTableRows rows) {
        this.rows = rows;
    }

    void read(CodeTable table, Row row) {
        switch (table) {
            case PROCEDURE -> rows.procedure(code(row, 0), row.getInteger(1), row.getInteger(2), indicators(row));
            case UNITS_LIMIT -> rows.unitsLimit(code(row, 0), row.getInteger(1), row.getInteger(2),
                    new UnitsLimit(row.getInteger(3), SCOPES[row.getShort(4) - 1]));
            case ADD_ON -> rows.addOn(code(row, 0), code(row, 1), row.getInteger(2), row.getInteger(3),
                    ADD_ON_TYPES[row.getShort(4)]);
            case PAIR -> rows.pair(code(row, 0), code(row, 1), row.getInteger(2), row.getInteger(3),
                    row.getBoolean(4) ? PairRule.ALLOWED_WITH_MODIFIER : PairRule.NOT_ALLOWED);
            case MODIFIER -> rows.modifier(code(row, 0), row.getInteger(1), row.getInteger(2), row.getBoolean(3));
            case PLACE -> rows.place(code(row, 0), row.getInteger(1), row.getInteger(2), row.getBoolean(3));
            case DIAGNOSIS -> rows.diagnosis(code(row, 0), row.getInteger(1), row.getInteger(2), row.getBoolean(3));
        }
    }

    private static long code(Row row, int column) {
        return PackedText.pack(row.getString(column));
    }

    private static Indicators indicators(Row row) {
        String global = row.getString(4);
        GlobalPeriod period = GlobalPeriod.of(global).orElseThrow(() -> new DatabaseException(
                "code_procedure: global_period is '" + global + "', must be 000, 010, 090, MMM, XXX, YYY or ZZZ"));
        return new Indicators(row.getString(3).charAt(0), period, row.getShort(5), row.getShort(6), row.getShort(7),
                row.getShort(8), row.getShort(9), row.getShort(10));
    }
}
