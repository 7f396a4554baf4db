package dev.claimgate.codes;

/**
 * Collects the rows of a {@link PairTable}: open addressing over the numbers of both codes, six bytes a slot, so that an overlap
 * is found with the row that makes it.
 */
final class PairTableBuilder {
    private static final int SLOTS = 1024;

    private final CodeNumbers codes = new CodeNumbers();
    private final SharedEntries entries = new SharedEntries();
    private int[] keys = new int[SLOTS];
    /** One more than the number of the entry; 0 for a free slot. */
    private char[] rows = new char[SLOTS];
    private int size;

    /** @throws IllegalArgumentException if a code cannot be, or the period is empty or overlaps one of the same pair */
    void add(long column1, long column2, int from, int to, PairRule rule) {
        int key = codes.number(column1) << PairTable.NUMBER_BITS | codes.number(column2);
        DatedTableBuilder.requireInOrder(from, to);
        if (size * 3L >= keys.length * 2L) {
            grow();
        }
        int entry = entries.number(from, to, rule.ordinal());
        if (entry >= PairTable.ENTRIES_MAX) {
            throw new IllegalArgumentException("the pairs have more than " + PairTable.ENTRIES_MAX + " different periods");
        }
        int slot = free(key, from, to);
        keys[slot] = key;
        rows[slot] = (char) (entry + 1);
        size++;
    }

    int size() {
        return size;
    }

    /** The codes that pairs name; the place of each is its number. */
    long[] codes() {
        return codes.codes();
    }

    PairTable build() {
        PairSlots slots = new PairSlots(codes.size(), size);
        for (int slot = 0; slot < keys.length; slot++) {
            if (rows[slot] != 0) {
                slots.add(keys[slot] >>> PairTable.NUMBER_BITS, keys[slot] & Character.MAX_VALUE, rows[slot]);
            }
        }
        return new PairTable(codes.size(), slots, entries);
    }

    private int free(int key, int from, int to) {
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        for (; rows[slot] != 0; slot = slot + 1 & mask) {
            if (keys[slot] == key && entries.overlaps(rows[slot] - 1, from, to)) {
                throw new IllegalArgumentException("the period overlaps an earlier row of the same key");
            }
        }
        return slot;
    }

    private void grow() {
        int[] oldKeys = keys;
        char[] oldRows = rows;
        keys = new int[oldKeys.length * 2];
        rows = new char[oldRows.length * 2];
        int mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldRows[i] != 0) {
                int slot = slot(oldKeys[i], mask);
                while (rows[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                keys[slot] = oldKeys[i];
                rows[slot] = oldRows[i];
            }
        }
    }

    private static int slot(int key, int mask) {
        return DatedTable.slot(key, mask);
    }
}
