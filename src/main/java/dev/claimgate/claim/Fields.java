package dev.claimgate.claim;

import dev.claimgate.x12.Segment;

/** Reads numbers and dates from elements without allocating; what cannot be read is 0, the guide has reported it. */
final class Fields {
    private Fields() {
    }

    /** A decimal number times ten to the power of {@code scale}; further decimals are cut off. */
    static long decimal(byte[] bytes, int from, int to, int scale) {
        long value = 0;
        int decimals = -1;
        boolean negative = to > from && bytes[from] == '-';
        for (int i = negative ? from + 1 : from; i < to && decimals < scale; i++) {
            if (bytes[i] == '.') {
                decimals = 0;
            } else if (bytes[i] >= '0' && bytes[i] <= '9') {
                value = value * 10 + bytes[i] - '0';
                decimals += decimals >= 0 ? 1 : 0;
            } else {
                return 0;
            }
        }
        for (int i = Math.max(decimals, 0); i < scale; i++) {
            value *= 10;
        }
        return negative ? -value : value;
    }

    static long cents(Segment segment, int element) {
        return decimal(segment.bytes(), segment.start(element), segment.end(element), 2);
    }

    static long thousandths(Segment segment, int element) {
        return decimal(segment.bytes(), segment.start(element), segment.end(element), 3);
    }

    /** How many digits stand behind the decimal point. */
    static int decimals(Segment segment, int element) {
        byte[] bytes = segment.bytes();
        int to = segment.end(element);
        for (int i = segment.start(element); i < to; i++) {
            if (bytes[i] == '.') {
                return to - i - 1;
            }
        }
        return 0;
    }

    /** The first date of an element in format D8 or RD8, as {@code yyyymmdd}. */
    static int firstDate(Segment segment, int element) {
        int from = segment.start(element);
        return segment.length(element) < 8 ? 0 : integer(segment.bytes(), from, from + 8);
    }

    /** The last date: the second of a range, else the first. */
    static int lastDate(Segment segment, int element) {
        int to = segment.end(element);
        return segment.length(element) < 8 ? 0 : integer(segment.bytes(), to - 8, to);
    }

    static int integer(Segment segment, int element) {
        return integer(segment.bytes(), segment.start(element), segment.end(element));
    }

    /** Digits as a number; -1 when there are other characters, none, or more than nine. */
    static int integer(byte[] bytes, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return to > from && to - from <= 9 ? value : -1;
    }
}
