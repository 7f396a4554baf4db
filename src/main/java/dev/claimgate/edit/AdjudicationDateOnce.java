package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.OtherPayer;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.Text;
import java.util.List;
import java.util.Set;

/**
 * A payer's date of adjudication stands with the lines it answered or with the payer, not with both. Most receivers do
 * not mind, so this warns. 2330B and 2430 DTP*573; 277CA A8:516:PR.
 */
final class AdjudicationDateOnce extends ClaimEdit {
    private static final List<ClaimStatus> TWICE = Statuses.of("A8:516:PR");

    @Override
    public String id() {
        return "adjudication-date-once";
    }

    @Override
    public String explanation() {
        return "The date of another payer's answer is sent once: with the lines, or with the payer.";
    }

    @Override
    public String source() {
        return "005010X222A1, DTP*573 of 2330B and 2430; most receivers do not mind";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(TWICE);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.OTHER_PAYERS, Trait.ANSWERED_LINES);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.otherPayerCount(); i++) {
            OtherPayer payer = claim.otherPayer(i);
            if (payer.datePosition() != 0 && answersLines(claim, payer.id())) {
                findings.claim("2330B", payer.datePosition(), "DTP03", TWICE,
                        "the payer's date of adjudication stands here and with the lines", "the date with the lines only");
            }
        }
    }

    private static boolean answersLines(Claim claim, Text payerId) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            for (int a = 0; a < line.adjudicationCount(); a++) {
                if (line.adjudication(a).payerId().contentEquals(payerId)) {
                    return true;
                }
            }
        }
        return false;
    }
}
