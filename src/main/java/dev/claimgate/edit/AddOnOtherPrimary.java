package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.AddOnType;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.PackedText;
import java.util.List;

/**
 * An add-on whose primaries are left to the payer still stands beside one: of an open list (type 3) beside one that CMS names,
 * without a list (type 2) beside one that it could belong to. The payer may take others, so this warns. 2400 SV101-2; 277CA
 * A8:736 + A8:454.
 */
final class AddOnOtherPrimary extends ClaimEdit {
    private static final List<ClaimStatus> NO_PRIMARY = Statuses.of("A8:736", "A8:454");
    private static final long SURGERY_END = PackedText.pack("70000");
    private static final long ANESTHESIA_FIRST = PackedText.pack("99100");
    private static final long ANESTHESIA_LAST = PackedText.pack("99140");

    @Override
    public String id() {
        return "add-on-other-primary";
    }

    @Override
    public String explanation() {
        return "An add-on code whose primaries are left to the payer is billed with one that CMS names, or where it names none,"
                + " with a procedure of its kind that is no add-on.";
    }

    @Override
    public String source() {
        return "CMS add-on code edits, types 2 and 3; 005010X222A1, 2400 SV101-2";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NO_PRIMARY);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            AddOnType type = context.billsKnownCode(i) ? context.code(i).addOn(line.dateFrom()) : AddOnType.NOT_AN_ADD_ON;
            if (type == AddOnType.OPEN_LIST && AddOnWithPrimary.primary(claim, i, context.tables()) < 0) {
                report(line, i, "one of the primary codes that CMS lists, or another that the payer takes", context, findings);
                AddOnWithPrimary.suggestPrimary(line, i, context.tables(), findings);
            } else if (type == AddOnType.NO_LIST && !besidePrimary(claim, i, context)) {
                report(line, i, "a procedure of that day that it adds to", context, findings);
                findings.suggest(i, "bill the primary procedure of that day as well",
                        Shown.code(line.procedure()) + " is paid only beside one",
                        "the primary procedure was done by the same provider on that day");
            }
        }
    }

    private static void report(ServiceLine line, int i, String expected, EditContext context, ClaimFindings findings) {
        findings.line(i, line.servicePosition(), "SV101-2", NO_PRIMARY,
                Shown.code(line.procedure()) + " is an add-on code and stands without a primary", expected);
        findings.cite(context.tables().citations().addOn(context.code(i), line.dateFrom()));
    }

    private static boolean besidePrimary(Claim claim, int i, EditContext context) {
        ServiceLine addOn = claim.line(i);
        for (int j = 0; j < claim.lineCount(); j++) {
            ServiceLine other = claim.line(j);
            if (j != i && context.billsKnownCode(j) && Lines.shareDay(addOn, other)
                    && context.code(j).addOn(other.dateFrom()) == AddOnType.NOT_AN_ADD_ON
                    && ofItsKind(addOn.procedure(), other.procedure())) {
                return true;
            }
        }
        return false;
    }

    /** Surgery adds to surgery, circumstances of anesthesia to anesthesia, what is neither to anything. */
    private static boolean ofItsKind(long addOn, long primary) {
        if (!EvaluationCodes.isCpt(addOn)) {
            return true;
        }
        if (addOn >= ANESTHESIA_FIRST && addOn <= ANESTHESIA_LAST) {
            return MinutesForAnesthesia.isAnesthesia(primary);
        }
        return addOn >= SURGERY_END || !EvaluationCodes.contains(primary);
    }
}
