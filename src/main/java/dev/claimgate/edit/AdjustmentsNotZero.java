package dev.claimgate.edit;

import dev.claimgate.claim.Adjustments;
import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;

/** An adjustment adjusts something. It harms no sum, so this warns. CAS of 2320 and 2430; 277CA A7:519. */
final class AdjustmentsNotZero extends ClaimEdit {
    private static final List<ClaimStatus> ZERO = Statuses.of("A7:519");
    private static final String FOUND = "the adjustment is 0";
    private static final String EXPECTED = "an amount other than 0, or no adjustment";

    @Override
    public String id() {
        return "adjustments-not-zero";
    }

    @Override
    public String explanation() {
        return "The adjustments of another payer are not zero.";
    }

    @Override
    public String source() {
        return "005010X222A1, CAS03 to CAS18 of 2320 and 2430; most receivers do not mind";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(ZERO);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.otherPayerCount(); i++) {
            Adjustments adjustments = claim.otherPayer(i).adjustments();
            if (adjustments.zeroPosition() != 0) {
                findings.claim("2320", adjustments.zeroPosition(), element(adjustments), ZERO, FOUND, EXPECTED);
            }
        }
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            for (int a = 0; a < line.adjudicationCount(); a++) {
                Adjustments adjustments = line.adjudication(a).adjustments();
                if (adjustments.zeroPosition() != 0) {
                    findings.lineLoop(i, "2430", adjustments.zeroPosition(), element(adjustments), ZERO, FOUND, EXPECTED);
                }
            }
        }
    }

    private static String element(Adjustments adjustments) {
        return "CAS%02d".formatted(adjustments.zeroElement());
    }
}
