package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.PlaceOfService;
import dev.claimgate.x12.PackedText;

/**
 * Lines that are paid in part beside a higher one of the same day and provider: multiple-procedure indicator 2 (standard) or 3
 * (endoscopies) of the fee schedule. They rank by relative value in the setting. CMS claims processing manual, chapter 12,
 * 40.6.
 */
final class ReducedLines {
    private static final int STANDARD = 2;
    private static final int ENDOSCOPY = 3;
    private static final long BOTH_SIDES = PackedText.pack("50");

    private ReducedLines() {
    }

    static boolean contains(int i, EditContext context) {
        int multiple = context.procedure(i).indicators().multiple();
        return (multiple == STANDARD || multiple == ENDOSCOPY) && context.billsKnownCode(i);
    }

    /** The nearest line before {@code i} of the same day and provider that is one of these; -1 if there is none. */
    static int before(Claim claim, int i, EditContext context) {
        int before = i - 1;
        while (before >= 0 && !(contains(before, context) && together(claim, i, before))) {
            before--;
        }
        return before;
    }

    static boolean together(Claim claim, int i, int j) {
        return claim.line(i).dateFrom() == claim.line(j).dateFrom() && Lines.shareProvider(claim, claim.line(i), claim.line(j));
    }

    /** Relative value of a line in hundredths, one and a half of it for both sides; 0 if the tables have none. */
    static int value(Claim claim, int i, EditContext context) {
        ServiceLine line = claim.line(i);
        int value = context.tables().relativeValue(context.code(i), line.dateFrom(), setting(claim, i, context));
        return line.hasModifier(BOTH_SIDES) ? value + value / 2 : value;
    }

    static PlaceOfService setting(Claim claim, int i, EditContext context) {
        return context.tables().placeOfService(Lines.place(claim, claim.line(i)), claim.line(i).dateFrom());
    }

    /** Whether line {@code i} ranks before {@code j}: by value, by the order of lines where values are equal or unknown. */
    static boolean ranksBefore(Claim claim, int i, int j, EditContext context) {
        int mine = value(claim, i, context);
        int other = value(claim, j, context);
        return mine == other || mine == 0 || other == 0 ? i < j : mine > other;
    }
}
