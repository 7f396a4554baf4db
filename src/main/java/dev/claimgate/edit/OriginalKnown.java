package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.StandingClaims;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;

/**
 * The claim that another one replaces (7) or voids (8) was accepted from its sender and still stands. It may have gone another
 * way, so this warns. 2300 CLM05-3, CLM01, REF*F8; 277CA A4:35.
 */
final class OriginalKnown extends ClaimEdit {
    private static final List<ClaimStatus> NOT_FOUND = Statuses.of("A4:35");

    @Override
    public String id() {
        return "original-known";
    }

    @Override
    public String explanation() {
        return "The claim that is replaced or voided was accepted before, by the payer's number of it or by CLM01 and billing"
                + " provider.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2300 CLM05-3 and REF*F8";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NOT_FOUND);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        if (StandingClaims.corrects(claim) && context.history().lacksOriginal(claim)) {
            findings.claim("2300", claim.position(), "CLM05-3", NOT_FOUND,
                    "the claim corrects one that did not come from you this way, or was voided",
                    "REF*F8 as the payer told it, or the CLM01 of the claim that is corrected; frequency 1 for a new claim");
        }
    }
}
