package dev.claimgate.store;

import java.util.List;

/**
 * What differs between two releases of the code tables on one service day.
 *
 * @param day   the service day
 * @param kinds each kind whose parts differ
 */
public record CodeDifference(int day, List<Kind> kinds) {
    /** One kind; the first differences are told one by one. */
    public record Kind(String title, int added, int ended, int changed, List<String> shown) {
        public Kind {
            shown = List.copyOf(shown);
        }
    }

    public CodeDifference {
        kinds = List.copyOf(kinds);
    }
}
