package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.PackedText;
import java.util.List;

/**
 * An original claim (1) replaces none. Some payers ask for the number all the same, so this warns. 2300 CLM05-3,
 * REF*F8; 277CA A8:464 + A8:535.
 */
final class OriginalNumberUnneeded extends ClaimEdit {
    private static final List<ClaimStatus> UNNEEDED = Statuses.of("A8:464", "A8:535");
    private static final long ORIGINAL = PackedText.pack("1");

    @Override
    public String id() {
        return "original-number-unneeded";
    }

    @Override
    public String explanation() {
        return "An original claim does not carry the payer's number of an earlier claim.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2300 CLM05-3 and REF*F8; payers differ";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(UNNEEDED);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        if (claim.frequency() == ORIGINAL && claim.payerClaimNumber().present()) {
            findings.claim("2300", claim.payerClaimNumber().position(), "REF02", UNNEEDED,
                    "an original claim names an earlier one", "no REF*F8, or frequency 7 or 8 in CLM05-3");
        }
    }
}
