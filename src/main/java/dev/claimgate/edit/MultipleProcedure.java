package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.PackedText;
import java.util.List;
import java.util.Set;

/**
 * For payers that want modifier 51: the second and later procedures that are paid in part carry it, the highest does not.
 * Medicare contractors add it themselves, so this is off unless a payer's profile says otherwise. 2400 SV101-3; 277CA A8:453 +
 * A8:454.
 */
final class MultipleProcedure extends ClaimEdit {
    private static final List<ClaimStatus> WRONG_51 = Statuses.of("A8:453", "A8:454");
    private static final long SEVERAL = PackedText.pack("51");

    @Override
    public String id() {
        return "multiple-procedure";
    }

    @Override
    public String explanation() {
        return "The second and later procedures of a day and provider that are subject to multiple-procedure reduction carry"
                + " 51, the one with the largest relative value does not.";
    }

    @Override
    public String source() {
        return "CMS physician fee schedule, total relative values and multiple-procedure indicator 2 or 3; for payers that want"
                + " 51, Medicare does not";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(WRONG_51);
    }

    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.SEVERAL_LINES);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            if (ReducedLines.contains(i, context)) {
                checkLine(claim, i, context, findings);
            }
        }
    }

    private static void checkLine(Claim claim, int i, EditContext context, ClaimFindings findings) {
        int higher = higher(claim, i, context);
        ServiceLine line = claim.line(i);
        boolean marked = line.hasModifier(SEVERAL);
        if (higher >= 0 && !marked) {
            report(claim, i, "stands second to " + Shown.code(claim.line(higher).procedure()) + " of line " + (higher + 1)
                    + " without 51", "modifier 51 on all but the highest procedure of the day", context, findings);
            if (line.modifierCount() < ServiceLine.MODIFIERS_MAX) {
                findings.suggest(i, "add modifier 51 to line " + (i + 1), "this payer asks for it on each further procedure",
                        "the procedures were done by the same provider on one day");
            }
        } else if (higher < 0 && marked) {
            report(claim, i, "carries 51 although no procedure of the day ranks before it",
                    "51 on the further procedures, not on the highest", context, findings);
            findings.suggest(i, "take 51 off line " + (i + 1), "the highest procedure of a day is paid in full",
                    "the procedures were done by the same provider on one day");
        }
    }

    private static void report(Claim claim, int i, String found, String expected, EditContext context, ClaimFindings findings) {
        ServiceLine line = claim.line(i);
        findings.line(i, line.servicePosition(), "SV101-3", WRONG_51, Shown.code(line.procedure()) + " " + found, expected);
        findings.cite(context.tables().citations().relativeValue(context.code(i), line.dateFrom(),
                ReducedLines.setting(claim, i, context)));
    }

    /** The first line of the day that ranks before {@code i}, -1 if none does. */
    private static int higher(Claim claim, int i, EditContext context) {
        for (int j = 0; j < claim.lineCount(); j++) {
            if (j != i && ReducedLines.contains(j, context) && ReducedLines.together(claim, i, j)
                    && ReducedLines.ranksBefore(claim, j, i, context)) {
                return j;
            }
        }
        return -1;
    }
}
