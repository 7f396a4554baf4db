package dev.claimgate.guide;

import dev.claimgate.x12.PackedText;

/** Reads dates, times and numbers from bytes without allocating. */
final class Values {
    private static final long D8 = PackedText.pack("D8");
    private static final long RD8 = PackedText.pack("RD8");
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Values() {
    }

    /** A day of the calendar as YYMMDD or CCYYMMDD. */
    static boolean isDate(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length != 6 && length != 8) {
            return false;
        }
        int year = integer(bytes, from, to - 4);
        int month = integer(bytes, to - 4, to - 2);
        int day = integer(bytes, to - 2, to);
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) {
            return false;
        }
        return month != 2 || day < 29 || length == 6 || year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /** HHMM, HHMMSS, or HHMMSS with hundredths. */
    static boolean isTime(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length != 4 && length < 6 || length > 8) {
            return false;
        }
        boolean seconds = length == 4 || inRange(bytes, from + 4, 59);
        return inRange(bytes, from, 23) && inRange(bytes, from + 2, 59) && seconds && integer(bytes, from, to) >= 0;
    }

    /** A date in the format that a qualifier (data element 1250) names; formats other than D8 and RD8 are not judged. */
    static boolean fits(long qualifier, byte[] bytes, int from, int to) {
        if (qualifier == D8) {
            return to - from == 8 && isDate(bytes, from, to);
        }
        if (qualifier == RD8) {
            return to - from == 17 && bytes[from + 8] == '-' && isDate(bytes, from, from + 8) && isDate(bytes, from + 9, to);
        }
        return true;
    }

    /** Digits with at most one leading minus and at most one point. */
    static boolean isNumber(byte[] bytes, int from, int to) {
        int points = 0;
        int digits = 0;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            digits += b >= '0' && b <= '9' ? 1 : 0;
            points += b == '.' ? 1 : 0;
            if (b == '-' && i > from) {
                return false;
            }
        }
        return digits > 0 && points <= 1;
    }

    static int digits(byte[] bytes, int from, int to) {
        int digits = 0;
        for (int i = from; i < to; i++) {
            digits += bytes[i] >= '0' && bytes[i] <= '9' ? 1 : 0;
        }
        return digits;
    }

    private static boolean inRange(byte[] bytes, int from, int max) {
        int value = integer(bytes, from, from + 2);
        return value >= 0 && value <= max;
    }

    private static int integer(byte[] bytes, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
