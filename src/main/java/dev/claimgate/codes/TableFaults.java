package dev.claimgate.codes;

import java.util.ArrayList;
import java.util.List;

/** The faults of a folder of code tables, in the order of reading; keeps the first ones and counts the rest. */
final class TableFaults {
    private static final int KEPT_MAX = 50;

    private final List<String> kept = new ArrayList<>();
    private int more;

    void add(String fault) {
        if (kept.size() < KEPT_MAX) {
            kept.add(fault);
        } else {
            more++;
        }
    }

    void throwIfAny() {
        if (kept.isEmpty()) {
            return;
        }
        if (more > 0) {
            kept.add("and " + more + " more faults");
        }
        throw new CodeTableException(kept);
    }
}
