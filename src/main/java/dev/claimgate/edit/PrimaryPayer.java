package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.PackedText;
import java.util.List;

/**
 * Among the payers of a claim one is primary, unless a sender does not know its place (U). 2000B and 2320 SBR01; 277CA
 * A7:742.
 */
final class PrimaryPayer extends ClaimEdit {
    private static final List<ClaimStatus> NO_PRIMARY = Statuses.of("A7:742");
    private static final long PRIMARY = PackedText.pack("P");
    private static final long UNKNOWN = PackedText.pack("U");

    @Override
    public String id() {
        return "primary-payer";
    }

    @Override
    public String explanation() {
        return "One of the payers that a claim names is the primary payer.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2000B and 2320 SBR01; a check that clearinghouses make";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NO_PRIMARY);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        if (claim.payerResponsibility() != 0 && !names(claim, PRIMARY) && !names(claim, UNKNOWN)) {
            findings.claim("2000B", claim.responsibilityPosition(), "SBR01", NO_PRIMARY,
                    "no payer of the claim is primary, the one it goes to is " + Shown.code(claim.payerResponsibility()),
                    "P for one of the payers in 2000B and 2320");
        }
    }

    private static boolean names(Claim claim, long responsibility) {
        if (claim.payerResponsibility() == responsibility) {
            return true;
        }
        for (int i = 0; i < claim.otherPayerCount(); i++) {
            if (claim.otherPayer(i).responsibility() == responsibility) {
                return true;
            }
        }
        return false;
    }
}
