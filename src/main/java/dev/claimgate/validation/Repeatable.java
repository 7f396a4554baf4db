package dev.claimgate.validation;

import dev.claimgate.x12.Segment;
import java.util.Set;

/**
 * What an answer must repeat of what came, and can repeat only where its own guide allows the value (005010X231A1 AK101 to
 * AK103, AK201, AK202). A group that cannot be named so is told of by the TA1, note 024; a set by AK905 5.
 */
public final class Repeatable {
    private static final Set<String> FUNCTIONAL_IDS = Set.of("BE", "HB", "HC", "HI", "HN", "HP", "HR", "HS", "RA");
    /** An acknowledgement, which is never answered. */
    private static final String ACKNOWLEDGEMENT = "FA";
    private static final Set<String> SETS = Set.of("270", "271", "276", "277", "278", "820", "834", "835", "837");

    private Repeatable() {
    }

    /** Whether a group header has what an answer to it must repeat: GS01 to GS03, GS06 and GS08. */
    static boolean group(Segment gs) {
        return (FUNCTIONAL_IDS.contains(gs.text(1)) || gs.text(1).equals(ACKNOWLEDGEMENT))
                && gs.length(2) >= 2 && gs.length(2) <= 15 && gs.length(3) >= 2 && gs.length(3) <= 15
                && gs.text(4).matches("\\d{8}") && gs.text(5).matches("\\d{4,8}")
                && gs.text(6).matches("-?\\d{1,9}") && gs.text(8).matches("[!-~]{1,12}");
    }

    /** Whether an ISA of ours can repeat this qualifier of a received one. */
    public static boolean qualifier(String qualifier) {
        return InterchangeCheck.QUALIFIERS.contains(qualifier);
    }

    /** Whether an AK2 can repeat this ST01 and ST02; if not, the group tells of the set (X12 interpretation 1339). */
    public static boolean set(String identifier, String controlNumber) {
        return SETS.contains(identifier) && controlNumber.matches("[ -~]{4,9}") && !controlNumber.isBlank();
    }
}
