package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.AddOnType;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;

/**
 * An add-on code stands beside one of its primary codes of the same day, where their list is closed (type 1). The others are
 * the matter of {@link AddOnOtherPrimary}. 2400 SV101-2; 277CA A8:736 + A8:454.
 */
final class AddOnWithPrimary extends ClaimEdit {
    private static final List<ClaimStatus> NO_PRIMARY = Statuses.of("A8:736", "A8:454");

    @Override
    public String id() {
        return "add-on-primary";
    }

    @Override
    public String explanation() {
        return "An add-on code is billed with one of its primary codes, on the same claim and day.";
    }

    @Override
    public String source() {
        return "CMS add-on code edits, type 1; 005010X222A1, 2400 SV101-2";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NO_PRIMARY);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (context.billsKnownCode(i) && context.code(i).addOn(line.dateFrom()) == AddOnType.CLOSED_LIST
                    && primary(claim, i, context.tables()) < 0) {
                findings.line(i, line.servicePosition(), "SV101-2", NO_PRIMARY,
                        Shown.code(line.procedure()) + " is an add-on code and stands without its primary",
                        "one of its primary codes on the same claim and day");
                findings.cite(context.tables().citations().addOn(context.code(i), line.dateFrom()));
                suggestPrimary(line, i, context.tables(), findings);
            }
        }
    }

    static void suggestPrimary(ServiceLine line, int index, CodeTables tables, ClaimFindings findings) {
        String primaries = NearbyCodes.primaries(line.procedure(), line.dateFrom(), tables);
        if (!primaries.isEmpty()) {
            findings.suggest(index, "bill the primary procedure of that day as well, such as " + primaries,
                    Shown.code(line.procedure()) + " is paid only beside it",
                    "the primary procedure was done by the same provider on that day");
        }
    }

    /** The first line with a listed primary of the add-on of line {@code i} on its day; -1 if none. */
    static int primary(Claim claim, int i, CodeTables tables) {
        ServiceLine addOn = claim.line(i);
        for (int j = 0; j < claim.lineCount(); j++) {
            ServiceLine other = claim.line(j);
            if (Lines.billsHcpcs(other) && Lines.shareDay(addOn, other)
                    && tables.isPrimary(addOn.procedure(), other.procedure(), addOn.dateFrom())) {
                return j;
            }
        }
        return -1;
    }
}
