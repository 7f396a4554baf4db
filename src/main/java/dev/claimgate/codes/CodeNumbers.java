package dev.claimgate.codes;

import java.util.Arrays;

/** Numbers codes, packed text, in the order in which they are first named: 0, 1, 2 and so on. One thread. */
final class CodeNumbers {
    private static final int SLOTS = 1024;

    private long[] codes = new long[SLOTS];
    private int[] slots = new int[SLOTS * 2];
    private int size;
    private long lastCode;
    private int lastNumber;

    /** @throws IllegalArgumentException if it is no procedure code, or {@link PairTable#CODES_MAX} others have numbers */
    int number(long code) {
        if (code == lastCode && size > 0) {
            return lastNumber;
        }
        int mask = slots.length - 1;
        int slot = DatedTable.slot(code, mask);
        while (slots[slot] != 0 && codes[slots[slot] - 1] != code) {
            slot = slot + 1 & mask;
        }
        lastNumber = slots[slot] != 0 ? slots[slot] - 1 : add(code, slot);
        lastCode = code;
        return lastNumber;
    }

    int size() {
        return size;
    }

    /** The code of each number. */
    long[] codes() {
        return Arrays.copyOf(codes, size);
    }

    private int add(long code, int slot) {
        PairKey.require(code);
        if (size == PairTable.CODES_MAX) {
            throw new IllegalArgumentException("the pairs name more than " + PairTable.CODES_MAX + " procedure codes");
        }
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, size * 2);
        }
        codes[size++] = code;
        if (size * 2 > slots.length) {
            spread();
        } else {
            slots[slot] = size;
        }
        return size - 1;
    }

    private void spread() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int i = 0; i < size; i++) {
            int slot = DatedTable.slot(codes[i], mask);
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = i + 1;
        }
    }
}
