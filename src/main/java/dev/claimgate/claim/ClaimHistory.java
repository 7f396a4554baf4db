package dev.claimgate.claim;

import java.util.List;

/**
 * Claims accepted before the one at hand, of the same sender. A claim that a later one replaced or voided is not among them.
 */
@FunctionalInterface
public interface ClaimHistory {
    /** Nothing is known of earlier claims. */
    ClaimHistory NONE = claim -> List.of();

    /** Earlier accepted claims of the patient of this one, oldest first; as far back as the configuration says. */
    List<EarlierClaim> before(Claim claim);
}
