package dev.claimgate.validation;

import dev.claimgate.claim.Claim;
import dev.claimgate.edit.ClaimEdits;
import dev.claimgate.edit.ClaimFindings;
import dev.claimgate.edit.EditContext;

/**
 * By what one claim is judged.
 *
 * @param payer id in {@code conf/payers.yaml} of the payer to whom it goes; empty if no payer takes it
 * @param edits the edits with the severities that hold for that payer
 */
public record ClaimRules(String payer, ClaimEdits edits) {

    /** See {@link ClaimEdits#check}. */
    void judge(Claim claim, EditContext context, ClaimFindings findings) {
        context.forPayer(payer);
        edits.check(claim, context, findings);
    }

    /** The same of those edits that judge how services are coded. */
    ClaimRules codingOnly() {
        return new ClaimRules(payer, edits.codingOnly());
    }
}
