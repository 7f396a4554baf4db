package dev.claimgate.codes.cms;

import dev.claimgate.codes.Days;
import dev.claimgate.codes.TableFaults;
import dev.claimgate.x12.PackedText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The columns of a layout in the current row. A cell that is not as it must be is a fault and makes {@link #sound()} false. */
final class Cells {
    private static final int SHOWN_MAX = 20;

    private final String file;
    private final Rows rows;
    private final List<Field> fields;
    private final Heading heading;
    private final TableFaults faults;
    private boolean sound;

    Cells(String file, Rows rows, List<Field> fields, Heading heading, TableFaults faults) {
        this.file = file;
        this.rows = rows;
        this.fields = fields;
        this.heading = heading;
        this.faults = faults;
    }

    /** Begins a row. */
    void begin() {
        sound = true;
    }

    /** Whether each cell read so far from this row was right. */
    boolean sound() {
        return sound;
    }

    int line() {
        return rows.line();
    }

    /** Without blanks around it; empty where the file has no such column. */
    String text(int field) {
        if (heading.fixed()) {
            String line = rows.cell(0);
            Field place = fields.get(field);
            return place.from() >= line.length() ? ""
                    : line.substring(place.from(), Math.min(place.to(), line.length())).strip();
        }
        int column = heading.columns().get(field);
        return column < 0 ? "" : rows.cell(column).strip();
    }

    /** A code of {@code lengthMin} to {@code lengthMax} digits and capital letters, at most eight. */
    long code(int field, int lengthMin, int lengthMax) {
        String text = text(field);
        return isCode(text, lengthMin, lengthMax) ? PackedText.pack(text) : fault(field, "must be "
                + (lengthMin == lengthMax ? "" : lengthMin + " to ") + lengthMax + " digits and capital letters");
    }

    static boolean isCode(String text, int lengthMin, int lengthMax) {
        boolean right = text.length() >= lengthMin && text.length() <= lengthMax;
        for (int i = 0; right && i < text.length(); i++) {
            char c = text.charAt(i);
            right = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z';
        }
        return right;
    }

    /** A day {@code yyyymmdd}. */
    int day(int field) {
        int day = digits(text(field), 8);
        return Days.valid(day) ? day : fault(field, "must be a day yyyymmdd");
    }

    /** A day {@code yyyymmdd}, or {@code otherwise} for an empty cell or {@code *}. */
    int day(int field, int otherwise) {
        return none(field) ? otherwise : day(field);
    }

    /** A Julian day {@code yyyyddd}, or {@code otherwise} for an empty cell; 9999365 stands for none too. */
    int julianDay(int field, int otherwise) {
        if (none(field)) {
            return otherwise;
        }
        int number = digits(text(field), 7);
        int year = number / 1000;
        int ofYear = number % 1000;
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        if (number < 0 || year < 1000 || ofYear < 1 || ofYear > (leap ? 366 : 365)) {
            return fault(field, "must be a day yyyyddd (day of the year), or empty");
        }
        return year == 9999 ? otherwise : Days.of(LocalDate.ofYearDay(year, ofYear));
    }

    private boolean none(int field) {
        String text = text(field);
        return text.isEmpty() || text.equals("*");
    }

    /** A whole number from {@code min} to {@code max}. */
    int number(int field, int min, int max) {
        int number = wholeNumber(text(field));
        return number >= min && number <= max ? number : fault(field, "must be a number " + min + ".." + max);
    }

    /** A decimal number from 0 on, in hundredths. */
    int hundredths(int field) {
        String text = text(field);
        try {
            BigDecimal number = new BigDecimal(text).movePointRight(2);
            if (number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(1_000_000_000)) < 0) {
                return number.intValue();
            }
        } catch (NumberFormatException notANumber) {
            return fault(field, "must be a decimal number");
        }
        return fault(field, "must be 0.00 or more");
    }

    /** Reports the cell; returns 0 so that the caller can go on to the next cell. */
    int fault(int field, String right) {
        String cell = text(field);
        String shown = cell.length() > SHOWN_MAX ? cell.substring(0, SHOWN_MAX) + "..." : cell;
        faults.add(file + ": line " + rows.line() + ", column " + fields.get(field).name() + " is '" + printable(shown)
                + "', " + right);
        sound = false;
        return 0;
    }

    /** Reports the row as a whole. */
    void fault(String what) {
        faults.add(file + ": line " + rows.line() + ": " + what);
        sound = false;
    }

    private static String printable(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }

    private static int digits(String text, int length) {
        return text.length() == length ? wholeNumber(text) : -1;
    }

    private static int wholeNumber(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
