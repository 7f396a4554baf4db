package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.UnitsScope;
import dev.claimgate.x12.PackedText;

/** What could be changed where a line bills more units than the limit allows. */
final class UnitsSuggestions {
    private static final long FURTHER_PREMALIGNANT = PackedText.pack("17003");
    private static final long FIRST_PREMALIGNANT = PackedText.pack("17000");

    private UnitsSuggestions() {
    }

    /**
     * @param most   units the limit allows, in thousandths
     * @param before units on earlier lines of the day, in thousandths
     */
    static void add(Claim claim, int index, long most, long before, UnitsScope scope, ClaimFindings findings) {
        ServiceLine line = claim.line(index);
        if (line.procedure() == FURTHER_PREMALIGNANT && billedBeside(claim, line)) {
            findings.suggest(index, "bill 17004 with one unit instead of 17000 and 17003",
                    "17003 counts the second to the fourteenth lesion, 17004 stands alone for fifteen or more",
                    "fifteen or more premalignant lesions were destroyed on that day");
        }
        FurtherCodes.suggestUnits(line, index, most, before, findings);
        if (before > 0 && DayTotal.same(line.procedure(), line.procedure())) {
            DayTotal.suggest(index, line.procedure(), findings);
        } else if (scope == UnitsScope.LINE) {
            findings.suggest(index, "split the line into lines of at most " + Shown.units(most)
                            + " units, those after the first with 76, 59 or a modifier of the site",
                    "the limit of this code counts on each line", "each unit was a service of its own, done and needed");
        } else if (before < most) {
            findings.suggest(index, "cut the units of this line to " + Shown.units(most - before),
                    "the limit counts all units of the day", "no more was done; the number sent was a slip");
        } else {
            findings.suggest(index, "leave the line out", "earlier lines of the day reach the limit",
                    "the service of this line is already billed on another");
        }
    }

    private static boolean billedBeside(Claim claim, ServiceLine line) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine other = claim.line(i);
            if (other.procedure() == FIRST_PREMALIGNANT && Lines.shareDay(line, other)) {
                return true;
            }
        }
        return false;
    }
}
