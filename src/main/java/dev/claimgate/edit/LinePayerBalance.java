package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.LineAdjudication;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;
import java.util.Set;

/**
 * What another payer paid for a line and what it took off add up to the line's charge; a line that the payer split has
 * several answers, which add up together. 2400 SV102, 2430 SVD02 and CAS; 277CA A8:672.
 */
final class LinePayerBalance extends ClaimEdit {
    private static final List<ClaimStatus> OUT_OF_BALANCE = Statuses.of("A8:672");

    @Override
    public String id() {
        return "line-payer-balance";
    }

    @Override
    public String explanation() {
        return "Another payer's payment and adjustments of a service line add up to the charge of the line.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2400 SV102, 2430 SVD02 and CAS, balancing of coordination of benefits";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(OUT_OF_BALANCE);
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
                if (isFirstOfPayer(line, a)) {
                    checkPayer(line, i, a, findings);
                }
            }
        }
    }

    private static void checkPayer(ServiceLine line, int index, int first, ClaimFindings findings) {
        long sum = 0;
        for (int a = first; a < line.adjudicationCount(); a++) {
            LineAdjudication answer = line.adjudication(a);
            if (answer.payerId().contentEquals(line.adjudication(first).payerId())) {
                sum += answer.paidCents() + answer.adjustments().sumCents();
            }
        }
        if (sum != line.chargeCents()) {
            findings.lineLoop(index, "2430", line.adjudication(first).position(), "SVD02", OUT_OF_BALANCE,
                    "payment and adjustments add up to " + Shown.money(sum),
                    "the line charges " + Shown.money(line.chargeCents()));
        }
    }

    private static boolean isFirstOfPayer(ServiceLine line, int index) {
        for (int a = 0; a < index; a++) {
            if (line.adjudication(a).payerId().contentEquals(line.adjudication(index).payerId())) {
                return false;
            }
        }
        return true;
    }
}
