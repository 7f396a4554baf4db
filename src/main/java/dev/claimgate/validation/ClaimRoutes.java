package dev.claimgate.validation;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimStatus;
import java.util.Optional;

/** Says which claims are rejected because there is no way to their payer. */
@FunctionalInterface
public interface ClaimRoutes {
    /** No claim is rejected for its payer. */
    ClaimRoutes ANYWHERE = (claim, usage) -> Optional.empty();

    /**
     * The status by which a claim is rejected; empty if it may come in.
     *
     * @param claim not to be kept
     * @param usage ISA15
     */
    Optional<ClaimStatus> refusal(Claim claim, String usage);
}
