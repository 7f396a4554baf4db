package dev.claimgate.reply;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statuses of one STC group: accepted or rejected, and why.
 *
 * @param statuses the STC segments, at least one
 */
public record ClaimVerdict(List<ReplySegment> statuses) {

    public ClaimVerdict {
        statuses = List.copyOf(statuses);
    }

    /** STC03: only U rejects (005010X214, 2200D). */
    public boolean accepted() {
        return statuses.stream().noneMatch(status -> status.element(3).equals("U"));
    }

    /** STC01, STC10 and STC11 of each STC, separated by blanks, such as {@code A7:562:85 A8:128:85}. */
    public String codes() {
        return statuses.stream().flatMap(status -> Stream.of(1, 10, 11).map(status::element))
                .filter(code -> !code.isEmpty()).collect(Collectors.joining(" "));
    }
}
