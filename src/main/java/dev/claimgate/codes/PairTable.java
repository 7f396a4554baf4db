package dev.claimgate.codes;

/**
 * NCCI pairs in four bytes each, laid out so that a look-up touches few lines of the processor's cache. Most questions are about
 * two codes that are no pair: one bit answers nearly all of them. A pair is at home at a place that its hash tells, and stands
 * there or shortly behind; its slot holds the last bits of the hash, which no other pair nearby shares, and the number of its
 * period and rule. Codes go by {@link ProcedureCode#number}, of which there may be 65,535, and as many periods with a rule.
 */
final class PairTable {
    static final int CODES_MAX = Character.MAX_VALUE;
    static final int ENTRIES_MAX = Character.MAX_VALUE;
    static final int NUMBER_BITS = 16;
    /** Bits of the number of a bit in its word. */
    static final int FILTER_WORD_BITS = 6;
    private static final PairRule[] RULES = PairRule.values();
    private static final int DAY_BITS = 28;
    private static final int DAY_MASK = (1 << DAY_BITS) - 1;

    /** Codes that pairs name; no other has a number below it. */
    private final int codes;
    private final PairHash hash;
    private final int bits;
    private final long homes;
    private final int away;
    private final int[] slots;
    /** A bit for each stretch of hashes: whether any pair has one of them. */
    private final long[] filter;
    private final int filterShift;
    /** Rule, first and last day of each entry, in one number so that a look-up reads once. */
    private final long[] entries;

    PairTable(int codes, PairSlots rows, SharedEntries shared) {
        this.codes = codes;
        PairSlots.Layout layout = rows.layout();
        hash = rows.hash();
        bits = hash.bits();
        homes = layout.homes();
        away = layout.away();
        slots = layout.slots();
        filter = layout.filter();
        filterShift = bits - Integer.numberOfTrailingZeros(filter.length) - FILTER_WORD_BITS;
        entries = new long[shared.size()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = (shared.value(i) << DAY_BITS | shared.effective(i)) << DAY_BITS | shared.ended(i);
        }
    }

    PairRule rule(ProcedureCode first, ProcedureCode second, int day) {
        int entry = entry(first, second, day);
        return entry < 0 ? PairRule.NONE : rule(entry);
    }

    /** Which entry holds for a pair on a day, -1 if none does. */
    int entry(ProcedureCode first, ProcedureCode second, int day) {
        int column1 = first.number();
        int column2 = second.number();
        if (Integer.compareUnsigned(column1, codes) >= 0 || Integer.compareUnsigned(column2, codes) >= 0) {
            return -1;
        }
        long hashed = hash.of(column1, column2);
        long bit = hashed >>> filterShift;
        if ((filter[(int) (bit >>> FILTER_WORD_BITS)] >>> bit & 1) == 0) {
            return -1;
        }
        return entry(hashed, day);
    }

    private int entry(long hashed, int day) {
        int tag = (int) hashed & Character.MAX_VALUE;
        int slot = PairSlots.home(hashed, homes, bits);
        int last = slot + away;
        for (int row = slots[slot]; row != 0 && slot <= last; row = slots[++slot]) {
            if (row >>> PairSlots.TAG_BITS == tag) {
                int entry = (row & Character.MAX_VALUE) - 1;
                if (effective(entry) <= day && day <= ended(entry)) {
                    return entry;
                }
            }
        }
        return -1;
    }

    PairRule rule(int entry) {
        return RULES[(int) (entries[entry] >>> 2 * DAY_BITS)];
    }

    int effective(int entry) {
        return (int) (entries[entry] >>> DAY_BITS) & DAY_MASK;
    }

    int ended(int entry) {
        return (int) entries[entry] & DAY_MASK;
    }
}
