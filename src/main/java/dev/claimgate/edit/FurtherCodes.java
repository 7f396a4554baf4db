package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.CodeTables;

/** Codes that bill the first lesion or nail of a day, and the add-ons that bill each further one; for suggestions. */
final class FurtherCodes {
    private static final DermatologyRow[] ROWS = DermatologyRow.of("further");
    private static final long ONE_UNIT = 1000;

    private FurtherCodes() {
    }

    /** Where a code that counts once a day is billed more often: the add-on for the units above the limit. */
    static void suggestUnits(ServiceLine line, int index, long most, long before, ClaimFindings findings) {
        DermatologyRow row = DermatologyRow.find(ROWS, line.procedure());
        if (row == null || most != ONE_UNIT) {
            return;
        }
        String addOn = Shown.code(row.values()[0]);
        long further = before + line.unitsThousandths() - most;
        findings.suggest(index, before > 0 ? "bill " + addOn + " on this line"
                        : "bill 1 unit, and " + addOn + " on a line of its own with " + Shown.units(further),
                addOn + " bills each further " + row.series() + " of the day", "so many were treated, each where it is");
    }

    /** Where the first of one kind stands beside the first of a higher kind: each further one is an add-on to that. */
    static void suggestBeside(Claim claim, int i, int j, CodeTables tables, ClaimFindings findings) {
        ServiceLine line = claim.line(i);
        DermatologyRow row = DermatologyRow.find(ROWS, line.procedure());
        long other = claim.line(j).procedure();
        if (row != null && tables.isPrimary(row.values()[0], other, line.dateFrom())) {
            findings.suggest(i, "bill " + Shown.code(row.values()[0]) + " instead of " + Shown.code(line.procedure()),
                    Shown.code(other) + " of line " + (j + 1) + " is the first " + row.series() + " of the day, each further"
                            + " one is an add-on to it", "another " + row.series() + " was treated, in the way that the code says");
        }
    }
}
