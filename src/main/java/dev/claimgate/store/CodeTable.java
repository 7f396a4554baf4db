package dev.claimgate.store;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of a code release as columns of numbers: packed text, days, digits and flags. */
enum CodeTable {
    PROCEDURE("code_procedure", "code text", "effective int", "ended int", "status text", "global_period text",
            "multiple smallint", "bilateral smallint", "assistant smallint", "co_surgery smallint", "team smallint",
            "pctc smallint"),
    UNITS_LIMIT("code_units_limit", "code text", "effective int", "ended int", "units int", "scope smallint"),
    ADD_ON("code_add_on", "code text", "primary_code text", "effective int", "ended int", "type smallint"),
    PAIR("code_pair", "column1 text", "column2 text", "effective int", "ended int", "lifted_by_modifier boolean"),
    MODIFIER("code_modifier", "code text", "effective int", "ended int", "lifts_pairs boolean"),
    PLACE("code_place", "code text", "effective int", "ended int", "facility boolean"),
    DIAGNOSIS("code_diagnosis", "code text", "effective int", "ended int", "billable boolean");

    /** A column of V3__code_tables.sql. */
    record Column(String name, Kind kind) {
        static Column of(String declared) {
            int space = declared.indexOf(' ');
            return new Column(declared.substring(0, space), Kind.valueOf(declared.substring(space + 1).toUpperCase(Locale.ROOT)));
        }
    }

    /** Types of columns. */
    enum Kind { TEXT, INT, SMALLINT, BOOLEAN }

    private final String table;
    private final List<Column> columns;

    CodeTable(String table, String... columns) {
        this.table = table;
        this.columns = Stream.of(columns).map(Column::of).toList();
    }

    List<Column> columns() {
        return columns;
    }

    /** Inserts rows from arrays, one a column; the release id is the first parameter. */
    String insert() {
        String arrays = IntStream.range(0, columns.size())
                .mapToObj(i -> "$" + (i + 2) + "::" + columns.get(i).kind().name().toLowerCase(Locale.ROOT) + "[]")
                .collect(Collectors.joining(", "));
        return "insert into " + table + " (release_id, " + names() + ") select $1, * from unnest(" + arrays + ")";
    }

    /** Selects the rows of a release. */
    String select() {
        return "select " + names() + " from " + table + " where release_id = $1";
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
