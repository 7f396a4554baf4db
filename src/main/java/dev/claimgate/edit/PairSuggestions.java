package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.GlobalPeriod;
import dev.claimgate.codes.PairRule;

/** What could be changed where two lines are an NCCI pair. NCCI policy manual, chapter 1, D and E. */
final class PairSuggestions {
    private PairSuggestions() {
    }

    /**
     * @param i line of the column 2 code, from 0
     * @param j that of the column 1 code
     */
    static void add(Claim claim, int i, int j, PairRule rule, EditContext context, ClaimFindings findings) {
        ServiceLine line = claim.line(i);
        ServiceLine other = claim.line(j);
        if (rule == PairRule.ALLOWED_WITH_MODIFIER && line.modifierCount() < ServiceLine.MODIFIERS_MAX) {
            if (EvaluationCodes.contains(line.procedure())) {
                visit(i, other.procedure(), context.procedure(j).indicators().global(), findings);
            } else {
                separate(i, findings);
            }
        }
        FurtherCodes.suggestBeside(claim, i, j, context.tables(), findings);
        if (DayTotal.same(line.procedure(), other.procedure())) {
            DayTotal.suggest(i, line.procedure(), findings);
            return;
        }
        findings.suggest(i, "leave " + Shown.code(line.procedure()) + " out",
                Shown.code(other.procedure()) + " of line " + (j + 1) + " includes it",
                "both lines describe one and the same service");
    }

    static void separate(int i, ClaimFindings findings) {
        findings.suggest(i, "add modifier 59 to line " + (i + 1) + ", or XS where the payer takes it",
                "either lifts the pair for a separate service",
                "the two were done at different sites or lesions, or at different encounters of the day");
    }

    /**
     * @param i      line of the visit, from 0
     * @param other  the procedure beside it, packed
     * @param global the global period of that
     */
    static void visit(int i, long other, GlobalPeriod global, ClaimFindings findings) {
        if (global == GlobalPeriod.DAYS_90) {
            findings.suggest(i, "add modifier 57 to the visit",
                    Shown.code(other) + " is major surgery (global period 090)",
                    "the decision for the operation was made at this visit");
        } else {
            findings.suggest(i, "add modifier 25 to the visit",
                    Shown.code(other) + " includes the usual care around it",
                    "the visit was significant and separate: more than the decision for and the care around the procedure");
        }
    }
}
