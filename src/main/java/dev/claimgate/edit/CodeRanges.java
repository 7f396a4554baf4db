package dev.claimgate.edit;

import dev.claimgate.x12.PackedText;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Which row of a small table a procedure belongs to: a few halvings for each line, since most lines belong to none. */
final class CodeRanges {
    private final long[] codes;
    private final int[] rows;

    /** @param ranges first and last code of each row; a range of several holds codes of five digits */
    CodeRanges(long[][] ranges) {
        Map<Long, Integer> all = new TreeMap<>();
        for (int row = 0; row < ranges.length; row++) {
            add(ranges[row][0], ranges[row][1], row, all);
        }
        codes = all.keySet().stream().mapToLong(Long::longValue).toArray();
        rows = all.values().stream().mapToInt(Integer::intValue).toArray();
    }

    private static void add(long first, long last, int row, Map<Long, Integer> all) {
        if (first == last) {
            all.put(first, row);
            return;
        }
        for (int number = number(first); number <= number(last); number++) {
            all.put(PackedText.pack("%05d".formatted(number)), row);
        }
    }

    private static int number(long code) {
        return Integer.parseInt(PackedText.unpack(code));
    }

    /** The row that holds a code, -1 if none does. */
    int row(long code) {
        int at = Arrays.binarySearch(codes, code);
        return at < 0 ? -1 : rows[at];
    }
}
