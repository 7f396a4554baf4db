package dev.claimgate.store;

import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.Days;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares two releases on one service day, kind by kind; parts that both share are not looked at. */
final class CodeComparison {
    private final Connection connection;
    private final long a;
    private final long b;
    private final Clock clock;

    CodeComparison(Connection connection, long a, long b, Clock clock) {
        this.connection = connection;
        this.a = a;
        this.b = b;
        this.clock = clock;
    }

    /** Which table of which kind, by which columns a row is known, and which may change. */
    private record Side(CodeKind kind, String table, List<String> key, List<String> values) {
    }

    private static final List<Side> SIDES = List.of(
            new Side(CodeKind.PAIRS, "code_pair", List.of("column1", "column2"), List.of("lifted_by_modifier")),
            new Side(CodeKind.UNITS, "code_units_limit", List.of("code"), List.of("units", "scope")),
            new Side(CodeKind.ADD_ONS, "code_add_on", List.of("code", "primary_code"), List.of("type")),
            new Side(CodeKind.FEE_SCHEDULE, "code_procedure", List.of("code"), List.of("status", "global_period", "multiple",
                    "bilateral", "assistant", "co_surgery", "team", "pctc")),
            new Side(CodeKind.HCPCS, "code_procedure", List.of("code"), List.of()),
            new Side(CodeKind.MODIFIERS, "code_modifier", List.of("code"), List.of("lifts_pairs")),
            new Side(CodeKind.DIAGNOSES, "code_diagnosis", List.of("code"), List.of("billable")),
            new Side(CodeKind.PLACES, "code_place", List.of("code"), List.of("facility")),
            new Side(CodeKind.TAXONOMIES, "code_taxonomy", List.of("code"), List.of()),
            new Side(CodeKind.PAYER_LIST, "code_payer_rule", List.of("payer", "code"), List.of("covered", "units")));

    CodeDifference run(Optional<Integer> given, int shownMax) throws SQLException {
        List<String> differing = differing();
        int day = given.isPresent() ? given.get() : firstDay();
        List<CodeDifference.Kind> kinds = new ArrayList<>();
        for (Side side : SIDES) {
            if (differing.contains(side.kind.name())) {
                kinds.add(compare(side, day, shownMax));
            }
        }
        return new CodeDifference(day, kinds);
    }

    private static final String OF_ONE_ONLY = """
            select part_id, valid_from, valid_to from code_release_part where release_id = ?
            except select part_id, valid_from, valid_to from code_release_part where release_id = ?""";

    private List<String> differing() throws SQLException {
        List<String> kinds = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select distinct k.kind from ((" + OF_ONE_ONLY
                + ") union (" + OF_ONE_ONLY + ")) d join code_part k on k.id = d.part_id")) {
            set(select, a, b, b, a);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    kinds.add(row.getString(1));
                }
            }
        }
        return kinds;
    }

    /** The latest day on which something begins in what only {@code b} has; today if nothing tells. */
    private int firstDay() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select max(greatest(d.valid_from, k.newest_start)) from ("
                + OF_ONE_ONLY + ") d join code_part k on k.id = d.part_id")) {
            set(select, b, a);
            try (ResultSet row = select.executeQuery()) {
                int day = row.next() ? row.getInt(1) : 0;
                return day > 0 ? day : Days.of(LocalDate.now(clock));
            }
        }
    }

    private CodeDifference.Kind compare(Side side, int day, int shownMax) throws SQLException {
        String key = String.join(", ", side.key);
        String changed = side.values.isEmpty() ? "false" : row("x", side.values) + " is distinct from " + row("y", side.values);
        String joined = "with x as (" + inForce(side) + "), y as (" + inForce(side) + "), d as (select " + key
                + ", case when x.is_in is null then 'added' when y.is_in is null then 'ended' else 'changed' end as what, "
                + values("x", side.values) + " as was, " + values("y", side.values) + " as becomes from x full join y using ("
                + key + ") where x.is_in is null or y.is_in is null or " + changed + ") ";
        int[] counts = new int[3];
        List<String> shown = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(joined + "select what, "
                + String.join(" || ' ' || ", side.key)
                + ", was, becomes, count(*) over (partition by what), row_number() over (partition by what order by " + key
                + ") as n from d order by what, n")) {
            select.setFetchSize(1000);
            set(select, a, side.kind.name(), day, day, b, side.kind.name(), day, day);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String what = row.getString(1);
                    counts[what.equals("added") ? 0 : what.equals("ended") ? 1 : 2] = row.getInt(5);
                    if (row.getInt(6) <= shownMax) {
                        shown.add(what + " " + row.getString(2) + (what.equals("changed") ? ": " + row.getString(3) + " -> "
                                + row.getString(4) : ""));
                    }
                }
            }
        }
        shown.sort(Comparator.comparing(line -> line.substring(0, 2)));
        return new CodeDifference.Kind(side.kind.title(), counts[0], counts[1], counts[2], shown);
    }

    private static String inForce(Side side) {
        String columns = side.key.stream().map(column -> "r." + column).collect(Collectors.joining(", "))
                + side.values.stream().map(column -> ", r." + column).collect(Collectors.joining());
        return "select " + columns + ", true as is_in from code_release_part p join code_part k on k.id = p.part_id join "
                + side.table + " r on r.part_id = p.part_id where p.release_id = ? and k.kind = ?"
                + " and ? between p.valid_from and p.valid_to and ? between r.effective and r.ended";
    }

    private static String row(String side, List<String> values) {
        return "row(" + values.stream().map(value -> side + "." + value).collect(Collectors.joining(", ")) + ")";
    }

    private static String values(String side, List<String> values) {
        return values.isEmpty() ? "''" : "concat_ws(' ', "
                + values.stream().map(value -> "'" + value + "', " + side + "." + value)
                .collect(Collectors.joining(", ")) + ")";
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
