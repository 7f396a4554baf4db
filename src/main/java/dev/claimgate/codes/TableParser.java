package dev.claimgate.codes;

/** Turns the rows of each table file into calls of {@link CodeTableRows}. */
final class TableParser {
    private static final int PROCEDURE_LENGTH_MAX = 5;
    private static final int MODIFIER_LENGTH_MAX = 2;
    private static final int DIAGNOSIS_LENGTH_MAX = 7;
    private static final int UNITS_MAX = 999_999;
    private static final int HUNDREDTHS_MAX = 99_999_999;
    private static final PairRule[] PAIR_RULES = {PairRule.NOT_ALLOWED, PairRule.ALLOWED_WITH_MODIFIER};
    private static final UnitsScope[] SCOPES = UnitsScope.values();
    private static final AddOnType[] ADD_ON_TYPES = AddOnType.values();

    private final CodeTableRows rows;
    private final TableFaults faults;
    private final IndicatorCells indicators = new IndicatorCells();

    TableParser(CodeTableRows rows, TableFaults faults) {
        this.rows = rows;
        this.faults = faults;
    }

    void parse(String table, String file, byte[] bytes) {
        switch (table) {
            case "procedures" -> each(open(file, bytes, "code", "effective", "ended", "status", "global", "multiple",
                    "bilateral", "assistant", "cosurgery", "team", "pctc"), this::procedure);
            case "units" -> each(open(file, bytes, "code", "effective", "ended", "units", "indicator"), this::units);
            case "addons" -> each(open(file, bytes, "addon", "primary", "effective", "ended", "type"), this::addOn);
            case "pairs" -> each(open(file, bytes, "column1", "column2", "effective", "ended", "modifier"), this::pair);
            case "modifiers" -> each(open(file, bytes, "modifier", "effective", "ended", "bypass"), this::modifier);
            case "places" -> each(open(file, bytes, "place", "effective", "ended", "facility"), this::place);
            case "diagnoses" -> each(open(file, bytes, "code", "effective", "ended", "billable"), this::diagnosis);
            case "relative-values" -> each(open(file, bytes, "code", "effective", "ended", "nonfacility", "facility"),
                    this::relativeValue);
            default -> throw new IllegalArgumentException("no table is called " + table);
        }
    }

    /** Reads the cells of the current row and hands it over if all were right. */
    private interface Row {
        void read(TableReader cells);
    }

    private TableReader open(String file, byte[] bytes, String... columns) {
        return new TableReader(file, bytes, faults, columns);
    }

    private static void each(TableReader cells, Row row) {
        while (cells.next()) {
            try {
                row.read(cells);
            } catch (IllegalArgumentException e) {
                cells.fault(e.getMessage());
            }
        }
    }

    private void procedure(TableReader cells) {
        long code = cells.code(0, PROCEDURE_LENGTH_MAX);
        int effective = cells.day(1, CodeTableRows.ALWAYS);
        int ended = cells.day(2, CodeTableRows.NEVER);
        Indicators found = indicators.read(cells, 3);
        if (cells.sound()) {
            rows.procedure(code, effective, ended, found);
        }
    }

    private void units(TableReader cells) {
        long code = cells.code(0, PROCEDURE_LENGTH_MAX);
        int effective = cells.day(1, CodeTableRows.ALWAYS);
        int ended = cells.day(2, CodeTableRows.NEVER);
        int units = cells.number(3, 0, UNITS_MAX);
        int indicator = cells.number(4, 1, SCOPES.length);
        if (cells.sound()) {
            rows.unitsLimit(code, effective, ended, new UnitsLimit(units, SCOPES[indicator - 1]));
        }
    }

    private void relativeValue(TableReader cells) {
        long code = cells.code(0, PROCEDURE_LENGTH_MAX);
        int effective = cells.day(1, CodeTableRows.ALWAYS);
        int ended = cells.day(2, CodeTableRows.NEVER);
        int nonFacility = cells.number(3, 0, HUNDREDTHS_MAX);
        int facility = cells.number(4, 0, HUNDREDTHS_MAX);
        if (cells.sound()) {
            rows.relativeValue(code, effective, ended, new RelativeValue(nonFacility, facility));
        }
    }

    private void addOn(TableReader cells) {
        long addOn = cells.code(0, PROCEDURE_LENGTH_MAX);
        long primary = cells.codeOrAny(1, PROCEDURE_LENGTH_MAX);
        int effective = cells.day(2, CodeTableRows.ALWAYS);
        int ended = cells.day(3, CodeTableRows.NEVER);
        int type = cells.number(4, 1, 3);
        if (cells.sound()) {
            rows.addOn(addOn, primary, effective, ended, ADD_ON_TYPES[type]);
        }
    }

    private void pair(TableReader cells) {
        long column1 = cells.code(0, PROCEDURE_LENGTH_MAX);
        long column2 = cells.code(1, PROCEDURE_LENGTH_MAX);
        int effective = cells.day(2, CodeTableRows.ALWAYS);
        int ended = cells.day(3, CodeTableRows.NEVER);
        int modifier = cells.number(4, 0, 1);
        if (cells.sound()) {
            rows.pair(column1, column2, effective, ended, PAIR_RULES[modifier]);
        }
    }

    private void modifier(TableReader cells) {
        long code = cells.code(0, MODIFIER_LENGTH_MAX);
        int effective = cells.day(1, CodeTableRows.ALWAYS);
        int ended = cells.day(2, CodeTableRows.NEVER);
        boolean bypass = cells.flag(3);
        if (cells.sound()) {
            rows.modifier(code, effective, ended, bypass);
        }
    }

    private void place(TableReader cells) {
        long code = cells.code(0, 2);
        int effective = cells.day(1, CodeTableRows.ALWAYS);
        int ended = cells.day(2, CodeTableRows.NEVER);
        boolean facility = cells.flag(3);
        if (cells.sound()) {
            rows.place(code, effective, ended, facility);
        }
    }

    private void diagnosis(TableReader cells) {
        long code = cells.code(0, DIAGNOSIS_LENGTH_MAX);
        int effective = cells.day(1, CodeTableRows.ALWAYS);
        int ended = cells.day(2, CodeTableRows.NEVER);
        boolean billable = cells.flag(3);
        if (cells.sound()) {
            rows.diagnosis(code, effective, ended, billable);
        }
    }
}
