package dev.claimgate.codes;

import java.util.Arrays;

/**
 * NCCI pairs in four bytes each: column 1 leads to a range of rows, sorted by column 2, in which a look-up searches by halves.
 * Most codes have few rows, so that a look-up touches one or two lines of the processor's cache. Codes go by
 * {@link ProcedureCode#number}, of which there may be 65,535, and as many entries.
 */
final class PairTable {
    static final int CODES_MAX = Character.MAX_VALUE;
    private static final int FILTER_BITS = 16;

    private final int[] from;
    private final char[] column2;
    private final char[] entries;
    private final int[] effective;
    private final int[] ended;
    private final PairRule[] rules;
    /** Most questions are about two codes that are no pair: one bit answers nearly all of them. */
    private final long[] filter;

    /**
     * @param codes     how many codes are numbered
     * @param rows      each made by {@link #row}, in any order; is sorted
     * @param effective first day of each entry
     * @param ended     last day of each entry
     * @param rules     what each entry says
     */
    PairTable(int codes, long[] rows, int[] effective, int[] ended, PairRule[] rules) {
        this.effective = effective;
        this.ended = ended;
        this.rules = rules;
        Arrays.sort(rows);
        from = new int[codes + 1];
        filter = new long[Math.max(1, Integer.highestOneBit(rows.length) * FILTER_BITS / Long.SIZE)];
        column2 = new char[rows.length];
        entries = new char[rows.length];
        for (int row = 0; row < rows.length; row++) {
            from[(int) ((rows[row] ^ Long.MIN_VALUE) >>> 48) + 1]++;
            column2[row] = (char) (rows[row] >>> 32);
            entries[row] = (char) rows[row];
            int bit = bit((int) ((rows[row] ^ Long.MIN_VALUE) >>> 48), column2[row]);
            filter[bit >>> 6] |= 1L << bit;
        }
        for (int code = 0; code < codes; code++) {
            from[code + 1] += from[code];
        }
    }

    /** One row as the constructor takes it; the sign bit is turned, so that rows sort by column 1 however large its number. */
    static long row(int column1, int column2, int entry) {
        return ((long) column1 << 48 | (long) column2 << 32 | entry) ^ Long.MIN_VALUE;
    }

    PairRule rule(ProcedureCode first, ProcedureCode second, int day) {
        int entry = entry(first, second, day);
        return entry < 0 ? PairRule.NONE : rules[entry];
    }

    /** Which entry holds for a pair on a day, -1 if none does. */
    int entry(ProcedureCode first, ProcedureCode second, int day) {
        if (first.number() < 0 || second.number() < 0 || !maybe(first.number(), second.number())) {
            return -1;
        }
        int end = from[first.number() + 1];
        for (int row = lowest(from[first.number()], end, second.number()); row < end && column2[row] == second.number(); row++) {
            int entry = entries[row];
            if (effective[entry] <= day && day <= ended[entry]) {
                return entry;
            }
        }
        return -1;
    }

    PairRule rule(int entry) {
        return rules[entry];
    }

    int effective(int entry) {
        return effective[entry];
    }

    int ended(int entry) {
        return ended[entry];
    }

    private boolean maybe(int first, int second) {
        int bit = bit(first, second);
        return (filter[bit >>> 6] >>> bit & 1) != 0;
    }

    private int bit(int first, int second) {
        return (int) ((first << 16 | second) * 0x9E3779B97F4A7C15L >>> 32) & filter.length * Long.SIZE - 1;
    }

    /** The first row of the range whose column 2 is not below the number; {@code end} if all are. */
    private int lowest(int begin, int end, int number) {
        int base = begin;
        // Halves without a branch: the processor could not foretell it.
        for (int length = end - begin; length > 1; length -= length >>> 1) {
            int half = length >>> 1;
            base = column2[base + half - 1] < number ? base + half : base;
        }
        return base < end && column2[base] < number ? base + 1 : base;
    }
}
