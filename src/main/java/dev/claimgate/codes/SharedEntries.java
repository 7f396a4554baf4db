package dev.claimgate.codes;

import java.util.Arrays;

/** Periods with what holds in them, each once: sources repeat few combinations over their many rows. */
final class SharedEntries {
    private static final int ENTRIES = 64;

    private int[] effective = new int[ENTRIES];
    private int[] ended = new int[ENTRIES];
    private long[] values = new long[ENTRIES];
    private int size;
    private int[] slots = new int[ENTRIES * 2];
    private int last = -1;

    /** The number of an entry, counted from 0. */
    int number(int from, int to, long value) {
        if (last >= 0 && same(last, from, to, value)) {
            return last;
        }
        if (size == values.length) {
            grow();
        }
        int mask = slots.length - 1;
        int slot = slot(from, to, value, mask);
        for (; slots[slot] != 0; slot = slot + 1 & mask) {
            last = slots[slot] - 1;
            if (same(last, from, to, value)) {
                return last;
            }
        }
        slots[slot] = size + 1;
        effective[size] = from;
        ended[size] = to;
        values[size] = value;
        last = size++;
        return last;
    }

    int size() {
        return size;
    }

    int effective(int entry) {
        return effective[entry];
    }

    int ended(int entry) {
        return ended[entry];
    }

    long value(int entry) {
        return values[entry];
    }

    boolean overlaps(int entry, int from, int to) {
        return from <= ended[entry] && effective[entry] <= to;
    }

    int[] allEffective() {
        return Arrays.copyOf(effective, size);
    }

    int[] allEnded() {
        return Arrays.copyOf(ended, size);
    }

    private boolean same(int entry, int from, int to, long value) {
        return effective[entry] == from && ended[entry] == to && values[entry] == value;
    }

    private void grow() {
        slots = new int[size * 4];
        effective = Arrays.copyOf(effective, size * 2);
        ended = Arrays.copyOf(ended, size * 2);
        values = Arrays.copyOf(values, size * 2);
        int mask = slots.length - 1;
        for (int i = 0; i < size; i++) {
            int slot = slot(effective[i], ended[i], values[i], mask);
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = i + 1;
        }
    }

    private static int slot(int from, int to, long value, int mask) {
        return DatedTable.slot((from * 31L + to) * 0x2545F4914F6CDD1DL + value, mask);
    }
}
