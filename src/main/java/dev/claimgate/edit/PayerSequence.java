package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.OtherPayer;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.PackedText;
import java.util.List;
import java.util.Set;

/**
 * Each payer of a claim has its own place in the sequence; only U (unknown) may be repeated. 2000B and 2320 SBR01;
 * 277CA A7:742.
 */
final class PayerSequence extends ClaimEdit {
    private static final List<ClaimStatus> REPEATED = Statuses.of("A7:742");
    private static final long UNKNOWN = PackedText.pack("U");

    @Override
    public String id() {
        return "payer-sequence";
    }

    @Override
    public String explanation() {
        return "No two payers of a claim have the same place in the sequence of payment.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2000B and 2320 SBR01; a check that clearinghouses make";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(REPEATED);
    }

    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.OTHER_PAYERS);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.otherPayerCount(); i++) {
            OtherPayer payer = claim.otherPayer(i);
            if (payer.responsibility() != UNKNOWN && taken(claim, i, payer.responsibility())) {
                findings.claim("2320", payer.position(), "SBR01", REPEATED,
                        "two payers of the claim have the place " + Shown.code(payer.responsibility()),
                        "a place of its own for each payer: P, S, T, A to H");
            }
        }
    }

    private static boolean taken(Claim claim, int index, long responsibility) {
        if (claim.payerResponsibility() == responsibility) {
            return true;
        }
        for (int i = 0; i < index; i++) {
            if (claim.otherPayer(i).responsibility() == responsibility) {
                return true;
            }
        }
        return false;
    }
}
