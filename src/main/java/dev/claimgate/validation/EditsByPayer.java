package dev.claimgate.validation;

import dev.claimgate.claim.Claim;
import dev.claimgate.edit.ClaimEdits;

/** Says which edits judge a claim: payers differ in what they reject. Safe for all threads. */
@FunctionalInterface
public interface EditsByPayer {

    /**
     * The same for all claims of the same payer id (2010BB NM108, NM109), line of business (SBR09) and usage.
     *
     * @param claim not to be kept
     * @param usage ISA15
     */
    ClaimRules of(Claim claim, String usage);

    /** The same edits for every payer. */
    static EditsByPayer same(ClaimEdits edits) {
        ClaimRules rules = new ClaimRules("", edits);
        return (claim, usage) -> rules;
    }
}
