package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.OtherPayer;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;
import java.util.Set;

/**
 * What another payer says it paid for the claim agrees with the rest of its answer: with its line payments less its
 * claim adjustments when it answered line by line, else with the charge less its claim adjustments. An answer to only
 * some of the lines cannot be reckoned and is passed over. 2320 AMT*D and CAS, 2430 SVD02; 277CA A8:672.
 */
final class ClaimPayerBalance extends ClaimEdit {
    private static final List<ClaimStatus> OUT_OF_BALANCE = Statuses.of("A8:672");

    @Override
    public String id() {
        return "claim-payer-balance";
    }

    @Override
    public String explanation() {
        return "What another payer paid for a claim agrees with its payments of the lines and its "
                + "adjustments.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2300 CLM02, 2320 AMT*D and CAS, 2430 SVD02, balancing of coordination of "
                + "benefits";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(OUT_OF_BALANCE);
    }

    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.OTHER_PAYERS);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.otherPayerCount(); i++) {
            OtherPayer payer = claim.otherPayer(i);
            if (payer.paid() && isOnly(claim, i)) {
                checkPayer(claim, payer, findings);
            }
        }
    }

    private static void checkPayer(Claim claim, OtherPayer payer, ClaimFindings findings) {
        long linesPaid = 0;
        int linesAnswered = 0;
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            boolean answered = false;
            for (int a = 0; a < line.adjudicationCount(); a++) {
                if (line.adjudication(a).payerId().contentEquals(payer.id())) {
                    answered = true;
                    linesPaid += line.adjudication(a).paidCents();
                }
            }
            linesAnswered += answered ? 1 : 0;
        }
        if (linesAnswered == 0) {
            report(payer, claim.chargeCents(), "the charge", findings);
        } else if (linesAnswered == claim.lineCount()) {
            report(payer, linesPaid, "its payments of the lines", findings);
        }
    }

    private static void report(OtherPayer payer, long of, String what, ClaimFindings findings) {
        long due = of - payer.adjustments().sumCents();
        if (payer.paidCents() != due) {
            findings.claim("2320", payer.paidPosition(), "AMT02", OUT_OF_BALANCE,
                    "the other payer paid " + Shown.money(payer.paidCents()),
                    Shown.money(due) + ", which is " + what + " less its adjustments of the claim");
        }
    }

    /** Two payers with one id cannot be told apart in the lines. */
    private static boolean isOnly(Claim claim, int index) {
        for (int i = 0; i < claim.otherPayerCount(); i++) {
            if (i != index && claim.otherPayer(i).id().contentEquals(claim.otherPayer(index).id())) {
                return false;
            }
        }
        return true;
    }
}
