package dev.claimgate.codes;

import java.util.function.IntFunction;
import java.util.function.LongFunction;

/** Collects the rows of a {@link DatedTable}; values come packed, so that equal entries are shared without objects. */
final class DatedTableBuilder {
    private static final int SLOTS = 1024;

    private long[] keys = new long[SLOTS];
    private int[] rows = new int[SLOTS];
    private int size;
    private final SharedEntries entries = new SharedEntries();

    /** @throws IllegalArgumentException if the key is empty, or its period overlaps one it already has or is empty */
    void add(long key, int from, int to, long value) {
        if (key == 0) {
            throw new IllegalArgumentException("the code is empty");
        }
        requireInOrder(from, to);
        if (size * 3 >= keys.length * 2) {
            grow();
        }
        insert(key, from, to, entries.number(from, to, value));
        size++;
    }

    <V> DatedTable<V> build(IntFunction<V[]> array, LongFunction<V> unpack) {
        V[] unpacked = array.apply(entries.size());
        for (int i = 0; i < unpacked.length; i++) {
            unpacked[i] = unpack.apply(entries.value(i));
        }
        return new DatedTable<>(keys, rows, entries.allEffective(), entries.allEnded(), unpacked, size);
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
                taker.row(keys[slot], entries.effective(entry), entries.ended(entry), entries.value(entry));
            }
        }
    }

    int size() {
        return size;
    }

    static void requireInOrder(int from, int to) {
        if (to < from) {
            throw new IllegalArgumentException("the period ends " + to + ", before it starts " + from);
        }
    }

    private void insert(long key, int from, int to, int entry) {
        int mask = keys.length - 1;
        int slot = DatedTable.slot(key, mask);
        for (; keys[slot] != 0; slot = slot + 1 & mask) {
            if (keys[slot] == key && entries.overlaps(rows[slot], from, to)) {
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
}
