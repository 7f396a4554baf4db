package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.LineAdjudication;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.Text;
import java.util.List;
import java.util.Set;

/** Who answered to a line is one of the other payers of the claim. 2430 SVD01, 2330B NM109; 277CA A7:479. */
final class AdjudicatingPayer extends ClaimEdit {
    private static final List<ClaimStatus> UNKNOWN_PAYER = Statuses.of("A7:479");

    @Override
    public String id() {
        return "adjudicating-payer";
    }

    @Override
    public String explanation() {
        return "A payer that answered to a service line is one of the other payers of the claim.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2430 SVD01 and 2330B NM109";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(UNKNOWN_PAYER);
    }

    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.ANSWERED_LINES);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            for (int a = 0; a < line.adjudicationCount(); a++) {
                LineAdjudication answer = line.adjudication(a);
                if (!isOtherPayer(claim, answer.payerId())) {
                    findings.lineLoop(i, "2430", answer.position(), "SVD01", UNKNOWN_PAYER,
                            answer.payerId() + " is none of the other payers of the claim",
                            "the id of a payer as in NM109 of 2330B");
                }
            }
        }
    }

    private static boolean isOtherPayer(Claim claim, Text id) {
        for (int i = 0; i < claim.otherPayerCount(); i++) {
            if (claim.otherPayer(i).id().contentEquals(id)) {
                return true;
            }
        }
        return false;
    }
}
