package dev.claimgate.codes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the rows of a {@link PairTable}; pairs of equal period and rule share an entry. */
final class PairTableBuilder {
    private final ProcedureCodes codes;
    private final long[] rows;
    private final Map<Entry, Integer> entries = new HashMap<>();
    private final List<Entry> inOrder = new ArrayList<>();
    private int size;

    private record Entry(int effective, int ended, PairRule rule) {
    }

    /** @throws IllegalArgumentException if there are more codes than {@link PairTable#CODES_MAX} */
    PairTableBuilder(ProcedureCodes codes, int size) {
        if (codes.size() > PairTable.CODES_MAX) {
            throw new IllegalArgumentException("the tables name " + codes.size() + " procedure codes, must be at most "
                    + PairTable.CODES_MAX);
        }
        this.codes = codes;
        this.rows = new long[size];
    }

    void add(long column1, long column2, int effective, int ended, PairRule rule) {
        rows[size++] = PairTable.row(codes.find(column1).number(), codes.find(column2).number(),
                entry(new Entry(effective, ended, rule)));
    }

    private int entry(Entry entry) {
        Integer known = entries.putIfAbsent(entry, inOrder.size());
        if (known != null) {
            return known;
        }
        if (inOrder.size() == PairTable.CODES_MAX) {
            throw new IllegalArgumentException("the pairs have more than " + PairTable.CODES_MAX + " different periods");
        }
        inOrder.add(entry);
        return inOrder.size() - 1;
    }

    PairTable build() {
        return new PairTable(codes.size(), rows, inOrder.stream().mapToInt(Entry::effective).toArray(),
                inOrder.stream().mapToInt(Entry::ended).toArray(), inOrder.stream().map(Entry::rule).toArray(PairRule[]::new));
    }
}
