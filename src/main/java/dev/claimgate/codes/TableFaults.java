package dev.claimgate.codes;

import java.util.ArrayList;
import java.util.List;

/** The faults of files of code tables, in the order of reading; keeps the first ones and counts the rest. */
public final class TableFaults {
    private static final int KEPT_MAX = 50;

    private final List<String> kept = new ArrayList<>();
    private int more;

    public void add(String fault) {
        if (kept.size() < KEPT_MAX) {
            kept.add(fault);
        } else {
            more++;
        }
    }

    public boolean none() {
        return kept.isEmpty();
    }

    /** @throws CodeTableException with all that were kept, if there is any */
    public void throwIfAny() {
        if (kept.isEmpty()) {
            return;
        }
        if (more > 0) {
            kept.add("and " + more + " more faults");
        }
        throw new CodeTableException(kept);
    }
}
