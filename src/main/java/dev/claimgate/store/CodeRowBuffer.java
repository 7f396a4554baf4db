package dev.claimgate.store;

import dev.claimgate.codes.AddOnType;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.Indicators;
import dev.claimgate.codes.PairRule;
import dev.claimgate.codes.UnitsLimit;
import dev.claimgate.x12.PackedText;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Keeps the rows of code tables as numbers, column by column, until they are written to the database. */
final class CodeRowBuffer implements CodeTableRows {
    private final Map<CodeTable, Rows> tables = new EnumMap<>(CodeTable.class);
    private int size;

    CodeRowBuffer() {
        for (CodeTable table : CodeTable.values()) {
            tables.put(table, new Rows(table));
        }
    }

    @Override
    public void procedure(long code, int effective, int ended, Indicators indicators) {
        add(CodeTable.PROCEDURE, code, effective, ended, indicators.status(), PackedText.pack(indicators.global().code()),
                indicators.multiple(), indicators.bilateral(), indicators.assistant(), indicators.coSurgery(),
                indicators.team(), indicators.pctc());
    }

    @Override
    public void unitsLimit(long code, int effective, int ended, UnitsLimit limit) {
        add(CodeTable.UNITS_LIMIT, code, effective, ended, limit.units(), limit.scope().indicator());
    }

    @Override
    public void addOn(long addOn, long primary, int effective, int ended, AddOnType type) {
        add(CodeTable.ADD_ON, addOn, primary, effective, ended, type.ordinal());
    }

    @Override
    public void pair(long column1, long column2, int effective, int ended, PairRule rule) {
        add(CodeTable.PAIR, column1, column2, effective, ended, flag(rule == PairRule.ALLOWED_WITH_MODIFIER));
    }

    @Override
    public void modifier(long code, int effective, int ended, boolean bypass) {
        add(CodeTable.MODIFIER, code, effective, ended, flag(bypass));
    }

    @Override
    public void place(long code, int effective, int ended, boolean facility) {
        add(CodeTable.PLACE, code, effective, ended, flag(facility));
    }

    @Override
    public void diagnosis(long code, int effective, int ended, boolean billable) {
        add(CodeTable.DIAGNOSIS, code, effective, ended, flag(billable));
    }

    int size() {
        return size;
    }

    int size(CodeTable table) {
        return tables.get(table).size;
    }

    /** Parameters of {@link CodeTable#insert()} for at most {@code count} rows from {@code first}. */
    Tuple arrays(long releaseId, CodeTable table, int first, int count) {
        Rows rows = tables.get(table);
        Tuple tuple = Tuple.of(releaseId);
        for (int column = 0; column < table.columns().size(); column++) {
            long[] values = Arrays.copyOfRange(rows.columns[column], first, Math.min(first + count, rows.size));
            tuple.addValue(array(table.columns().get(column).kind(), values));
        }
        return tuple;
    }

    private void add(CodeTable table, long... values) {
        tables.get(table).add(values);
        size++;
    }

    private static long flag(boolean set) {
        return set ? 1 : 0;
    }

    private static Object array(CodeTable.Kind kind, long[] values) {
        return switch (kind) {
            case TEXT -> Arrays.stream(values).mapToObj(PackedText::unpack).toArray(String[]::new);
            case INT -> Arrays.stream(values).mapToObj(value -> (int) value).toArray(Integer[]::new);
            case SMALLINT -> Arrays.stream(values).mapToObj(value -> (short) value).toArray(Short[]::new);
            case BOOLEAN -> Arrays.stream(values).mapToObj(value -> value == 1).toArray(Boolean[]::new);
        };
    }

    private static final class Rows {
        private static final int FIRST_ROWS = 256;

        private final long[][] columns;
        private int size;

        Rows(CodeTable table) {
            columns = new long[table.columns().size()][FIRST_ROWS];
        }

        void add(long... values) {
            for (int column = 0; column < columns.length; column++) {
                if (size == columns[column].length) {
                    columns[column] = Arrays.copyOf(columns[column], size * 2);
                }
                columns[column][size] = values[column];
            }
            size++;
        }
    }
}
