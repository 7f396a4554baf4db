package dev.claimgate.codes;

/**
 * A dated look-up table, immutable and compact: open addressing over packed keys, one number per row that points to a shared
 * entry (period and value). Sources repeat few combinations of period and value, so the entries stay a short list; a slot
 * costs 16 bytes. Look-ups allocate nothing.
 */
final class DatedTable<V> {
    /** The key has no row at all. */
    static final int ABSENT = -1;
    /** The key has rows, but none for the day. */
    static final int OTHER_DAY = -2;

    /** Key and entry in turn, so that a look-up touches one line of the processor's cache where two arrays would touch two. */
    private final long[] cells;
    private final int mask;
    private final int[] effective;
    private final int[] ended;
    private final V[] values;
    private final int size;

    DatedTable(long[] keys, int[] rows, int[] effective, int[] ended, V[] values, int size) {
        this.cells = new long[2 * keys.length];
        this.mask = keys.length - 1;
        for (int slot = 0; slot < keys.length; slot++) {
            cells[2 * slot] = keys[slot];
            cells[2 * slot + 1] = rows[slot];
        }
        this.effective = effective;
        this.ended = ended;
        this.values = values;
        this.size = size;
    }

    /** The entry of a key on a day {@code yyyymmdd}, or {@link #ABSENT} or {@link #OTHER_DAY}. */
    int find(long key, int day) {
        int missing = ABSENT;
        for (int slot = slot(key, mask); cells[2 * slot] != 0; slot = slot + 1 & mask) {
            if (cells[2 * slot] == key) {
                int entry = (int) cells[2 * slot + 1];
                if (effective[entry] <= day && day <= ended[entry]) {
                    return entry;
                }
                missing = OTHER_DAY;
            }
        }
        return missing;
    }

    V value(int entry) {
        return values[entry];
    }

    /** The value of a key on a day, or {@code otherwise}. */
    V valueOr(long key, int day, V otherwise) {
        int entry = find(key, day);
        return entry < 0 ? otherwise : values[entry];
    }

    /** Last day on which the key holds, 0 if it has no row. */
    int lastDay(long key) {
        int last = 0;
        for (int slot = slot(key, mask); cells[2 * slot] != 0; slot = slot + 1 & mask) {
            if (cells[2 * slot] == key) {
                last = Math.max(last, ended[(int) cells[2 * slot + 1]]);
            }
        }
        return last;
    }

    int size() {
        return size;
    }

    static int slot(long key, int mask) {
        long hash = key * 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 32) & mask;
    }
}
