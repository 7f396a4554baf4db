package dev.claimgate.codes;

/** Reads the eight indicator cells of a procedure; rows in a row mostly repeat them, so the last ones are kept. */
final class IndicatorCells {
    private static final int DIGITS = 6;

    private Indicators last = Indicators.NONE;
    private final int[] digits = new int[DIGITS];

    /** @param first column of the status; the others follow it */
    Indicators read(TableReader cells, int first) {
        char status = status(cells, first);
        GlobalPeriod global = global(cells, first + 1);
        for (int i = 0; i < DIGITS; i++) {
            digits[i] = cells.number(first + 2 + i, 0, 9);
        }
        if (cells.sound() && !isLast(status, global)) {
            last = new Indicators(status, global, digits[0], digits[1], digits[2], digits[3], digits[4], digits[5]);
        }
        return last;
    }

    private boolean isLast(char status, GlobalPeriod global) {
        return status == last.status() && global == last.global() && digits[0] == last.multiple()
                && digits[1] == last.bilateral() && digits[2] == last.assistant() && digits[3] == last.coSurgery()
                && digits[4] == last.team() && digits[5] == last.pctc();
    }

    private static char status(TableReader cells, int column) {
        String text = cells.text(column);
        if (text.length() != 1 || text.charAt(0) != '-' && (text.charAt(0) < 'A' || text.charAt(0) > 'Z')) {
            cells.fault(column, "must be a capital letter, or - for a code off the fee schedule");
            return '-';
        }
        return text.charAt(0);
    }

    private static GlobalPeriod global(TableReader cells, int column) {
        return GlobalPeriod.of(cells.text(column)).orElseGet(() -> {
            cells.fault(column, "must be 000, 010, 090, MMM, XXX, YYY or ZZZ");
            return GlobalPeriod.XXX;
        });
    }
}
