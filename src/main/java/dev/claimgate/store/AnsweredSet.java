package dev.claimgate.store;

import java.util.List;

/**
 * The claims of one received transaction set that one payer's 277CA answers: what one further 277CA to the submitter holds.
 *
 * @param set    the set as received
 * @param claims in the order of the file, at least one
 */
public record AnsweredSet(ForwardedClaim.SourceSet set, List<AnsweredClaim> claims) {

    public AnsweredSet {
        claims = List.copyOf(claims);
    }
}
