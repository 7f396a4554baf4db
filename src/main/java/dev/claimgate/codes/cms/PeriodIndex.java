package dev.claimgate.codes.cms;

import java.util.Arrays;

/** Periods by key with the line each came from: open addressing, 24 bytes a row, for millions of rows. */
final class PeriodIndex {
    private static final int SLOTS = 1024;
    private static final long FREE = -1;

    private long[] keys = filled(SLOTS);
    private int[] effective = new int[SLOTS];
    private int[] ended = new int[SLOTS];
    private long[] lines = new long[SLOTS];
    private int size;

    /**
     * Adds a period of a key.
     *
     * @param key  0 or more
     * @param line whatever tells where it stands, 0 or more
     * @return the line of an earlier period of the key that has a day in common with it, else -1
     */
    long add(long key, int from, int to, long line) {
        if (size * 3L >= keys.length * 2L) {
            grow();
        }
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        for (; keys[slot] != FREE; slot = slot + 1 & mask) {
            if (keys[slot] == key && from <= ended[slot] && effective[slot] <= to) {
                return lines[slot];
            }
        }
        put(slot, key, from, to, line);
        size++;
        return -1;
    }

    private void put(int slot, long key, int from, int to, long line) {
        keys[slot] = key;
        effective[slot] = from;
        ended[slot] = to;
        lines[slot] = line;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldEffective = effective;
        int[] oldEnded = ended;
        long[] oldLines = lines;
        int slots = oldKeys.length * 2;
        keys = filled(slots);
        effective = new int[slots];
        ended = new int[slots];
        lines = new long[slots];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int slot = slot(oldKeys[i], slots - 1);
                while (keys[slot] != FREE) {
                    slot = slot + 1 & slots - 1;
                }
                put(slot, oldKeys[i], oldEffective[i], oldEnded[i], oldLines[i]);
            }
        }
    }

    private static long[] filled(int slots) {
        long[] keys = new long[slots];
        Arrays.fill(keys, FREE);
        return keys;
    }

    private static int slot(long key, int mask) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }
}
