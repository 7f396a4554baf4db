package dev.claimgate.partner;

import java.time.Duration;

/**
 * What a payer answers, and within what time after it has an interchange.
 *
 * @param ta1      whether ISA14 asks for a TA1
 * @param envelope its TA1, if asked for; zero if it sends none. A 999 shows as well that the envelope was read
 * @param syntax   its 999; zero if it sends none
 * @param claims   its 277CA, or its report in a dialect; zero if it sends none
 */
public record ExpectedAnswers(Ta1 ta1, Duration envelope, Duration syntax, Duration claims) {
    public static final ExpectedAnswers DEFAULT =
            new ExpectedAnswers(Ta1.ASKED, Duration.ofHours(1), Duration.ofHours(4), Duration.ofDays(2));

    /** Whether ISA14 asks for a TA1. */
    public enum Ta1 { ASKED, NOT_ASKED }
}
