package dev.claimgate.codes.cms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the columns of a layout are in a file.
 *
 * @param rows    rows before the first one of data
 * @param line    row of the heading, 1-based
 * @param columns index of each field's cell, -1 where the file has none; empty in a file of fixed width
 * @param width   cells of a row
 */
record Heading(int rows, int line, List<Integer> columns, int width) {
    /** Rows of a heading beneath the one that names the columns. */
    private static final int CONTINUED_MAX = 5;

    static Heading fixed(int rows) {
        return new Heading(rows, 0, List.of(), 1);
    }

    boolean fixed() {
        return columns.isEmpty();
    }

    /**
     * Looks for a row that holds all of {@code anchor}.
     *
     * @param above whether headings begin in rows above the anchor, as in PPRRVU
     */
    static Optional<Heading> find(List<List<String>> first, List<String> anchor, boolean above, List<Field> fields) {
        for (int row = 0; row < first.size(); row++) {
            if (first.get(row).stream().map(Field::plain).toList().containsAll(anchor)) {
                return Optional.of(at(first, row, above, fields));
            }
        }
        return Optional.empty();
    }

    private static Heading at(List<List<String>> first, int anchor, boolean above, List<Field> fields) {
        int end = anchor + 1;
        while (end < first.size() && end <= anchor + CONTINUED_MAX && continues(first.get(end))) {
            end++;
        }
        List<String> names = names(first.subList(above ? 0 : anchor, end));
        List<Integer> columns = new ArrayList<>();
        for (Field field : fields) {
            columns.add(column(names, field));
        }
        return new Heading(end, anchor + 1, List.copyOf(columns), first.get(anchor).size());
    }

    private static boolean continues(List<String> row) {
        return row.get(0).isBlank() && row.stream().anyMatch(cell -> !cell.isBlank());
    }

    private static List<String> names(List<List<String>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        List<String> names = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            StringBuilder name = new StringBuilder();
            for (List<String> row : rows) {
                name.append(column < row.size() ? Field.plain(row.get(column)) : "");
            }
            names.add(name.toString());
        }
        return names;
    }

    private static int column(List<String> names, Field field) {
        for (String heading : field.headings()) {
            for (int column = 0; column < names.size(); column++) {
                if (names.get(column).startsWith(heading)) {
                    return column;
                }
            }
        }
        return -1;
    }
}
