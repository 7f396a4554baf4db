package dev.claimgate.claim;

import dev.claimgate.x12.Text;

/**
 * The patient control numbers (CLM01) of one transaction set, as 64-bit hashes: 12 bytes each, two claims in a set of 65,536
 * are taken for equal by mistake about once in nine thousand million sets. Sets with more claims than {@link #NUMBERS_MAX}
 * are remembered up to there (the guide advises 5,000), so memory stays within 1.5 MiB. Grows as it fills, then is reused.
 */
final class ControlNumbers {
    static final int NUMBERS_MAX = 65_536;
    private static final int SLOTS_AT_FIRST = 1024;
    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private long[] hashes = new long[SLOTS_AT_FIRST];
    /** In which set a slot was filled: forgetting a set costs nothing. */
    private int[] sets = new int[SLOTS_AT_FIRST];
    private int set = 1;
    private int count;

    /** Forgets all numbers: a new transaction set begins. */
    void begin() {
        set++;
        count = 0;
    }

    /** Remembers a number; {@code true} if it was there already. An empty one is none. */
    boolean repeats(Text number) {
        if (number.isEmpty()) {
            return false;
        }
        long hash = hash(number);
        int slot = slot(hash);
        if (sets[slot] == set) {
            return true;
        }
        if (count < NUMBERS_MAX) {
            hashes[slot] = hash;
            sets[slot] = set;
            if (++count * 2 > hashes.length) {
                grow();
            }
        }
        return false;
    }

    private int slot(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) hash & mask;
        while (sets[slot] == set && hashes[slot] != hash) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldSets = sets;
        hashes = new long[oldHashes.length * 2];
        sets = new int[oldHashes.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldSets[i] == set) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                sets[slot] = set;
            }
        }
    }

    private static long hash(Text number) {
        long hash = SEED;
        for (int i = 0; i < number.length(); i++) {
            hash = (hash ^ number.byteAt(i)) * PRIME;
        }
        hash = (hash ^ hash >>> 32) * MIX;
        return hash ^ hash >>> 29;
    }
}
