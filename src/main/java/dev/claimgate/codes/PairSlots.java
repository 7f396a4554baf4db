package dev.claimgate.codes;

import java.util.Arrays;

/** Lays the rows of a {@link PairTable} out in slots. */
final class PairSlots {
    /** Of a hash, these bits stand in the slot; the place tells the others. */
    static final int TAG_BITS = 16;
    private static final double SLOTS_PER_ROW = 1.4;
    private static final int FILTER_BITS_PER_ROW = 16;

    private final PairHash hash;
    /** Hash and entry in one number, so that rows sort by their hashes. */
    private final long[] rows;
    private int size;

    PairSlots(int codes, int rows) {
        this.hash = new PairHash(codes);
        this.rows = new long[rows];
    }

    /** @param row one more than the number of the entry, 1 to 65,535 */
    void add(int column1, int column2, char row) {
        rows[size++] = hash.of(column1, column2) << Character.SIZE | row;
    }

    PairHash hash() {
        return hash;
    }

    /** Slots in the order of the hashes, each row at its home or behind it, a free one after the last. */
    Layout layout() {
        Arrays.sort(rows);
        int homes = (int) Math.max(1, rows.length * SLOTS_PER_ROW);
        int[] slots = fill(homes);
        while (slots.length == 0) {
            homes *= 2;
            slots = fill(homes);
        }
        return new Layout(homes, awayMax(homes), slots, filter());
    }

    /**
     * @param homes  at how many places a row can be at home; the slots go on behind them
     * @param away   how many slots behind its home a row can stand: farther away another row may have its tag
     * @param slots  0 for a free one
     * @param filter a power of two of words; a bit for each stretch of hashes, set if any row has one of them
     */
    record Layout(int homes, int away, int[] slots, long[] filter) {
    }

    static int home(long hash, long homes, int bits) {
        return (int) (hash * homes >>> bits);
    }

    private long[] filter() {
        int wordBits = PairTable.FILTER_WORD_BITS;
        int words = Math.max(1, Integer.highestOneBit(rows.length) * FILTER_BITS_PER_ROW >>> wordBits);
        long[] filter = new long[(int) Math.min(words, Math.max(1, (1L << hash.bits()) >>> wordBits))];
        int shift = hash.bits() - Integer.numberOfTrailingZeros(filter.length) - wordBits;
        for (long row : rows) {
            long bit = row >>> Character.SIZE + shift;
            filter[(int) (bit >>> wordBits)] |= 1L << bit;
        }
        return filter;
    }

    private int awayMax(int homes) {
        long hashesPerHome = (1L << hash.bits()) / homes + 1;
        return (int) Math.min(rows.length, (1L << TAG_BITS) / hashesPerHome - 1);
    }

    /** Empty if a row would come to lie so far from its home that another one has its tag. */
    private int[] fill(int homes) {
        int bits = hash.bits();
        int awayMax = awayMax(homes);
        int[] slots = new int[homes + Math.max(0, awayMax) + 1];
        int next = 0;
        for (long row : rows) {
            long hashed = row >>> Character.SIZE;
            int home = home(hashed, homes, bits);
            next = Math.max(next, home);
            if (next - home > awayMax) {
                return new int[0];
            }
            slots[next++] = (int) hashed << TAG_BITS | (int) row & Character.MAX_VALUE;
        }
        return slots;
    }
}
