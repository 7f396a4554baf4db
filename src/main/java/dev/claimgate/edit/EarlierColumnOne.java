package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.GlobalPeriod;
import dev.claimgate.codes.PairRule;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;

/**
 * A procedure is not the column 2 code of an NCCI pair with one that an earlier claim bills, or a modifier on either line lifts
 * the pair. 2400 SV101; 277CA A8:732 + A8:454, with A8:453 when a modifier could lift the pair.
 */
final class EarlierColumnOne extends HistoryEdit {
    @Override
    public String id() {
        return "earlier-ncci-pairs";
    }

    @Override
    public String explanation() {
        return "A procedure is no part (column 2 of an NCCI pair) of one that an earlier claim bills for the same day and"
                + " provider, or carries a modifier that lifts the pair.";
    }

    @Override
    public String source() {
        return "CMS NCCI procedure-to-procedure edits, practitioner services; NCCI policy manual, chapter 1";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NcciPairs.NEVER_TOGETHER, NcciPairs.NEEDS_MODIFIER);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            int index = i;
            EarlierPairs.first(claim, i, true, context).ifPresent(pair -> report(claim, index, pair, context, findings));
        }
    }

    private static void report(Claim claim, int i, EarlierPairs.Found pair, EditContext context, ClaimFindings findings) {
        ServiceLine line = claim.line(i);
        findings.line(i, line.servicePosition(), "SV101-2",
                pair.never() ? NcciPairs.NEVER_TOGETHER : NcciPairs.NEEDS_MODIFIER,
                Shown.code(line.procedure()) + " is a part of " + pair.service().shown(),
                pair.never() ? "not on the same day: no modifier lifts this NCCI pair" : NcciPairs.modifierHint(line));
        findings.cite(pair.row());
        if (pair.rule() == PairRule.ALLOWED_WITH_MODIFIER && line.modifierCount() < ServiceLine.MODIFIERS_MAX) {
            if (EvaluationCodes.contains(line.procedure())) {
                PairSuggestions.visit(i, pair.service().line().procedure(), global(pair, context), findings);
            } else {
                PairSuggestions.separate(i, findings);
            }
        }
        findings.suggest(i, "leave " + Shown.code(line.procedure()) + " out",
                Shown.code(pair.service().line().procedure()) + " of the earlier claim includes it",
                "both lines describe one and the same service");
    }

    private static GlobalPeriod global(EarlierPairs.Found pair, EditContext context) {
        return GlobalPeriods.of(pair.service().line(), context.tables());
    }
}
