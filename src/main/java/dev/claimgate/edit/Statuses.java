package dev.claimgate.edit;

import dev.claimgate.finding.ClaimStatus;
import java.util.List;
import java.util.stream.Stream;

/** The statuses of a finding, made once when an edit is loaded. */
final class Statuses {
    private Statuses() {
    }

    /** {@code of("A8:400", "A8:178")}: the first goes to STC01, the others to STC10 and STC11. */
    static List<ClaimStatus> of(String... statuses) {
        return Stream.of(statuses).map(ClaimStatus::of).toList();
    }
}
