package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.PackedText;
import java.util.List;

/** A claim that replaces (7) or voids (8) another names it. 2300 CLM05-3, REF*F8; 277CA A6:464 + A7:535. */
final class OriginalNumberMissing extends ClaimEdit {
    private static final List<ClaimStatus> NO_NUMBER = Statuses.of("A6:464", "A7:535");
    private static final long REPLACEMENT = PackedText.pack("7");
    private static final long VOID = PackedText.pack("8");

    @Override
    public String id() {
        return "original-number-missing";
    }

    @Override
    public String explanation() {
        return "A claim that replaces or voids another carries the payer's number of that claim.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2300 CLM05-3 and REF*F8";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NO_NUMBER);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        long frequency = claim.frequency();
        if ((frequency == REPLACEMENT || frequency == VOID) && !claim.payerClaimNumber().present()) {
            findings.claim("2300", claim.position(), "CLM05-3", NO_NUMBER,
                    "the claim " + (frequency == VOID ? "voids" : "replaces") + " another and does not name it",
                    "REF*F8 with the payer's number of that claim");
        }
    }
}
