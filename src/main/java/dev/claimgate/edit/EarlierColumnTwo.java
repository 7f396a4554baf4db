package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;

/**
 * The other side of {@link EarlierColumnOne}: what an earlier claim bills is no part of this procedure. The payer pays this one
 * and takes back the other, so this warns. 2400 SV101; 277CA A8:732 + A8:454, with A8:453 when a modifier could lift the pair.
 */
final class EarlierColumnTwo extends HistoryEdit {
    @Override
    public String id() {
        return "earlier-ncci-part";
    }

    @Override
    public String explanation() {
        return "What an earlier claim bills for the same day and provider is no part (column 2 of an NCCI pair) of this"
                + " procedure, or either carries a modifier that lifts the pair.";
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
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            int index = i;
            EarlierPairs.first(claim, i, false, context).ifPresent(pair -> report(claim.line(index), index, pair, findings));
        }
    }

    private static void report(ServiceLine line, int i, EarlierPairs.Found pair, ClaimFindings findings) {
        findings.line(i, line.servicePosition(), "SV101-2",
                pair.never() ? NcciPairs.NEVER_TOGETHER : NcciPairs.NEEDS_MODIFIER,
                Shown.code(line.procedure()) + " includes " + pair.service().shown(),
                pair.never() ? "not on the same day: no modifier lifts this NCCI pair"
                        : "an NCCI-associated modifier on one of them for a separate service, or the earlier claim without it");
        findings.cite(pair.row());
        String replace = "replace the earlier claim (frequency 7) by one ";
        if (!pair.never()) {
            boolean visit = EvaluationCodes.contains(pair.service().line().procedure());
            findings.suggest(replace + "with modifier " + (visit ? "25, or 57 before major surgery" : "59 or XS"),
                    "it lifts the pair for a separate service", visit ? "the visit was significant and separate"
                            : "the two were done at different sites or lesions, or at different encounters of the day");
        }
        findings.suggest(replace + "without " + Shown.code(pair.service().line().procedure()),
                Shown.code(line.procedure()) + " includes it", "both lines describe one and the same service");
    }
}
