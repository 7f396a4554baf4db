package dev.claimgate.store;

import java.util.List;
import java.util.stream.Collectors;

/** The tables of V3__code_tables.sql that hold the rows of parts, with the columns that are written and read. */
enum CodeTable {
    PROCEDURE("code_procedure", "code", "effective", "ended", "status", "global_period", "multiple", "bilateral", "assistant",
            "co_surgery", "team", "pctc"),
    RELATIVE_VALUE("code_relative_value", "code", "effective", "ended", "non_facility", "facility"),
    UNITS_LIMIT("code_units_limit", "code", "effective", "ended", "units", "scope"),
    ADD_ON("code_add_on", "code", "effective", "ended", "primary_code", "type"),
    PAIR("code_pair", "column1", "effective", "ended", "column2", "lifted_by_modifier"),
    MODIFIER("code_modifier", "code", "effective", "ended", "lifts_pairs"),
    PLACE("code_place", "code", "effective", "ended", "facility"),
    DIAGNOSIS("code_diagnosis", "code", "effective", "ended", "billable"),
    TAXONOMY("code_taxonomy", "code", "effective", "ended"),
    PAYER_RULE("code_payer_rule", "code", "effective", "ended", "payer", "covered", "units");

    private static final String WHERE = " where p.release_id = %s and r.ended >= %s"
            + " and greatest(r.effective, p.valid_from) <= least(r.ended, p.valid_to)";

    private final String table;
    private final List<String> columns;

    CodeTable(String table, String... columns) {
        this.table = table;
        this.columns = List.of(columns);
    }

    String table() {
        return table;
    }

    /** All but the part; the first is the code, then the days. */
    List<String> columns() {
        return columns;
    }

    /** Takes rows of tab-separated text. */
    String copy() {
        return "copy " + table + " (part_id, " + String.join(", ", columns) + ") from stdin";
    }

    /**
     * The rows of a release, their days narrowed to those on which the release is judged by their part, with kind and origin of
     * the part behind them. Parameters: release, least last day.
     */
    String select() {
        return "select " + narrowed() + ", k.kind, k.built_in from code_release_part p join code_part k on k.id = p.part_id join "
                + table + " r on r.part_id = p.part_id" + WHERE.formatted("?", "?");
    }

    /** The same for a statement that takes no parameters, without kind and origin. */
    String select(long releaseId, int leastLastDay) {
        return "select " + narrowed() + " from code_release_part p join " + table + " r on r.part_id = p.part_id" + WHERE
                .formatted(releaseId, leastLastDay);
    }

    private String narrowed() {
        return columns.stream().map(column -> switch (column) {
            case "effective" -> "greatest(r.effective, p.valid_from)";
            case "ended" -> "least(r.ended, p.valid_to)";
            default -> "r." + column;
        }).collect(Collectors.joining(", "));
    }
}
