package dev.claimgate.codes;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.LongFunction;

/** Collects the rows of a {@link DatedTable}; values come packed, so that equal entries are shared without objects. */
final class DatedTableBuilder {
    private static final int SLOTS = 1024;
    private static final int ENTRIES = 64;

    private long[] keys = new long[SLOTS];
    private int[] rows = new int[SLOTS];
    private int size;
    private int[] effective = new int[ENTRIES];
    private int[] ended = new int[ENTRIES];
    private long[] values = new long[ENTRIES];
    private int entryCount;
    private int[] entrySlots = new int[ENTRIES * 2];
    private int lastEntry = -1;

    /** @throws IllegalArgumentException if the key is empty, or its period overlaps one it already has or is empty */
    void add(long key, int from, int to, long value) {
        if (key == 0) {
            throw new IllegalArgumentException("the code is empty");
        }
        if (to < from) {
            throw new IllegalArgumentException("the period ends " + to + ", before it starts " + from);
        }
        if (size * 3 >= keys.length * 2) {
            grow();
        }
        insert(key, from, to, entry(from, to, value));
        size++;
    }

    <V> DatedTable<V> build(IntFunction<V[]> array, LongFunction<V> unpack) {
        V[] unpacked = array.apply(entryCount);
        for (int i = 0; i < entryCount; i++) {
            unpacked[i] = unpack.apply(values[i]);
        }
        return new DatedTable<>(keys.clone(), rows.clone(), Arrays.copyOf(effective, entryCount),
                Arrays.copyOf(ended, entryCount), unpacked, size);
    }

    /** Takes one row after the other. */
    interface RowTaker {
        void row(long key, int from, int to, long value);
    }

    /** Hands over all rows, in no order. */
    void forEach(RowTaker taker) {
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                int entry = rows[slot];
                taker.row(keys[slot], effective[entry], ended[entry], values[entry]);
            }
        }
    }

    int size() {
        return size;
    }

    private void insert(long key, int from, int to, int entry) {
        int mask = keys.length - 1;
        int slot = DatedTable.slot(key, mask);
        for (; keys[slot] != 0; slot = slot + 1 & mask) {
            int other = rows[slot];
            if (keys[slot] == key && from <= ended[other] && effective[other] <= to) {
                throw new IllegalArgumentException("the period overlaps an earlier row of the same key");
            }
        }
        keys[slot] = key;
        rows[slot] = entry;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldRows = rows;
        keys = new long[oldKeys.length * 2];
        rows = new int[oldKeys.length * 2];
        int mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = DatedTable.slot(oldKeys[i], mask);
                while (keys[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                keys[slot] = oldKeys[i];
                rows[slot] = oldRows[i];
            }
        }
    }

    private int entry(int from, int to, long value) {
        if (lastEntry >= 0 && same(lastEntry, from, to, value)) {
            return lastEntry;
        }
        if (entryCount == values.length) {
            growEntries();
        }
        int mask = entrySlots.length - 1;
        int slot = entrySlot(from, to, value, mask);
        for (; entrySlots[slot] != 0; slot = slot + 1 & mask) {
            lastEntry = entrySlots[slot] - 1;
            if (same(lastEntry, from, to, value)) {
                return lastEntry;
            }
        }
        entrySlots[slot] = entryCount + 1;
        effective[entryCount] = from;
        ended[entryCount] = to;
        values[entryCount] = value;
        lastEntry = entryCount++;
        return lastEntry;
    }

    private boolean same(int entry, int from, int to, long value) {
        return effective[entry] == from && ended[entry] == to && values[entry] == value;
    }

    private void growEntries() {
        entrySlots = new int[entryCount * 4];
        effective = Arrays.copyOf(effective, entryCount * 2);
        ended = Arrays.copyOf(ended, entryCount * 2);
        values = Arrays.copyOf(values, entryCount * 2);
        int mask = entrySlots.length - 1;
        for (int i = 0; i < entryCount; i++) {
            int slot = entrySlot(effective[i], ended[i], values[i], mask);
            while (entrySlots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            entrySlots[slot] = i + 1;
        }
    }

    private static int entrySlot(int from, int to, long value, int mask) {
        return DatedTable.slot((from * 31L + to) * 0x2545F4914F6CDD1DL + value, mask);
    }
}
