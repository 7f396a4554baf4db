package dev.claimgate.codes;

import dev.claimgate.x12.PackedText;
import java.nio.charset.StandardCharsets;

/**
 * Reads a table of tab-separated columns row by row from its bytes, without an object per row. A cell that does not fit its
 * column is a fault and makes {@link #sound()} false for the row.
 */
final class TableReader {
    private static final int SHOWN_MAX = 20;

    private final String file;
    private final byte[] bytes;
    private final String[] columns;
    private final int[] starts;
    private final TableFaults faults;
    private int at;
    private int line;
    private int rowEnd;
    private boolean sound;

    /** Reads the heading, which must name the columns. */
    TableReader(String file, byte[] bytes, TableFaults faults, String... columns) {
        this.file = file;
        this.bytes = bytes;
        this.columns = columns;
        this.starts = new int[columns.length + 1];
        this.faults = faults;
        String heading = String.join("\t", columns);
        advance();
        if (at == rowEnd || !text(at, rowEnd).equals(heading)) {
            faults.add(file + ": line " + Math.max(line, 1) + ": must name the columns " + heading.replace('\t', ' ')
                    + ", with tabs between them");
            at = bytes.length;
            rowEnd = bytes.length;
        }
        at = next(rowEnd);
    }

    /** Goes to the next row with the right number of cells; false at the end. */
    boolean next() {
        while (at < bytes.length) {
            advance();
            if (at >= bytes.length) {
                return false;
            }
            int from = at;
            at = next(rowEnd);
            if (split(from)) {
                sound = true;
                return true;
            }
        }
        return false;
    }

    /** Whether each cell read so far from this row was right. */
    boolean sound() {
        return sound;
    }

    /** A code of one to {@code lengthMax} letters and digits. */
    long code(int column, int lengthMax) {
        int from = starts[column];
        int to = starts[column + 1] - 1;
        boolean right = to > from && to - from <= lengthMax;
        for (int i = from; right && i < to; i++) {
            right = bytes[i] >= '0' && bytes[i] <= '9' || bytes[i] >= 'A' && bytes[i] <= 'Z';
        }
        if (!right) {
            return fault(column, "must be 1 to " + lengthMax + " digits and capital letters");
        }
        return PackedText.pack(bytes, from, to);
    }

    /** A code, or 0 for {@code *}. */
    long codeOrAny(int column, int lengthMax) {
        boolean any = starts[column + 1] - starts[column] == 2 && bytes[starts[column]] == '*';
        return any ? 0 : code(column, lengthMax);
    }

    /** A day {@code yyyymmdd}, or {@code otherwise} when the cell is empty. */
    int day(int column, int otherwise) {
        int length = starts[column + 1] - 1 - starts[column];
        if (length == 0) {
            return otherwise;
        }
        int day = length == 8 ? digits(column) : -1;
        if (!Days.valid(day)) {
            return fault(column, "must be a day yyyymmdd, or empty");
        }
        return day;
    }

    /** A whole number from {@code min} to {@code max}. */
    int number(int column, int min, int max) {
        int length = starts[column + 1] - 1 - starts[column];
        int number = length >= 1 && length <= 9 ? digits(column) : -1;
        if (number < min || number > max) {
            return fault(column, "must be a number " + min + ".." + max);
        }
        return number;
    }

    boolean flag(int column) {
        return number(column, 0, 1) == 1;
    }

    /** The cell itself. */
    String text(int column) {
        return text(starts[column], starts[column + 1] - 1);
    }

    /** Reports the cell; returns 0 so that the caller can go on to the next cell. */
    int fault(int column, String right) {
        String cell = text(column);
        String shown = cell.length() > SHOWN_MAX ? cell.substring(0, SHOWN_MAX) + "..." : cell;
        faults.add(file + ": line " + line + ", column " + columns[column] + " is '" + shown + "', " + right);
        sound = false;
        return 0;
    }

    /** Reports the row as a whole. */
    void fault(String what) {
        faults.add(file + ": line " + line + ": " + what);
        sound = false;
    }

    /** Moves to the next line that is neither empty nor a comment. */
    private void advance() {
        while (at < bytes.length) {
            line++;
            int end = at;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            rowEnd = end > at && bytes[end - 1] == '\r' ? end - 1 : end;
            if (rowEnd > at && bytes[at] != '#') {
                return;
            }
            at = end + 1;
        }
    }

    private int next(int end) {
        return end < bytes.length && bytes[end] == '\r' ? end + 2 : end + 1;
    }

    private boolean split(int from) {
        int cells = 1;
        starts[0] = from;
        for (int i = from; i < rowEnd; i++) {
            if (bytes[i] == '\t') {
                if (cells < columns.length) {
                    starts[cells] = i + 1;
                }
                cells++;
            }
        }
        if (cells != columns.length) {
            faults.add(file + ": line " + line + ": has " + cells + " cells, must have " + columns.length);
            return false;
        }
        starts[cells] = rowEnd + 1;
        return true;
    }

    /** The cell as a number, or -1. */
    private int digits(int column) {
        int number = 0;
        for (int i = starts[column]; i < starts[column + 1] - 1; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
