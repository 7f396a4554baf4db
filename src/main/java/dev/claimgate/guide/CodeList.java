package dev.claimgate.guide;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A closed list of codes, looked up from bytes without allocating. An empty list stands for no list: anything goes. */
final class CodeList {
    static final CodeList NONE = new CodeList(List.of());

    private final List<String> codes;
    private final boolean open;
    private final long[] table;
    private final int mask;
    /** Most lists hold one code or are mostly sent their first. */
    private final long first;

    CodeList(List<String> codes) {
        this.codes = codes.stream().map(c -> c.replace("\"", "")).toList();
        open = this.codes.isEmpty();
        int size = Integer.highestOneBit(Math.max(this.codes.size(), 1)) * 4;
        table = new long[size];
        mask = size - 1;
        this.codes.forEach(code -> put(key(code)));
        first = this.codes.isEmpty() ? 0 : key(this.codes.get(0));
    }

    /**
     * A code as a number: its bytes if it has at most eight, else a hash with the sign bit set, which no short code has.
     */
    static long key(byte[] bytes, int from, int to) {
        if (to - from > 8) {
            long hash = 0xcbf29ce484222325L;
            for (int i = from; i < to; i++) {
                hash = (hash ^ bytes[i]) * 0x100000001b3L;
            }
            return hash | Long.MIN_VALUE;
        }
        long packed = 0;
        for (int i = from; i < to; i++) {
            packed = packed << 8 | bytes[i] & 0x7f;
        }
        return packed;
    }

    static long key(String code) {
        byte[] bytes = code.getBytes(StandardCharsets.ISO_8859_1);
        return key(bytes, 0, bytes.length);
    }

    boolean open() {
        return open;
    }

    List<String> codes() {
        return codes;
    }

    boolean contains(byte[] bytes, int from, int to) {
        long key = key(bytes, from, to);
        if (key == first) {
            return true;
        }
        int i = slot(key);
        while (table[i] != 0) {
            if (table[i] == key) {
                return true;
            }
            i = i + 1 & mask;
        }
        return false;
    }

    private void put(long key) {
        int i = slot(key);
        while (table[i] != 0 && table[i] != key) {
            i = i + 1 & mask;
        }
        table[i] = key;
    }

    private int slot(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
    }
}
