package dev.claimgate.validation;

import dev.claimgate.codes.CodeTables;
import dev.claimgate.edit.ClaimEdits;
import dev.claimgate.guide.Guide;
import dev.claimgate.guide.GuideLibrary;

/**
 * All that a verdict depends on beside the bytes. Immutable, shared by any number of validators.
 *
 * @param guide  the 837P guide
 * @param edits  which edits judge a claim
 * @param tables one snapshot of the code tables
 * @param policy what is taken, and the limits
 * @param routes which claims no payer takes
 */
public record ValidationRules(Guide guide, EditsByPayer edits, CodeTables tables, EnginePolicy policy,
                              ClaimRoutes routes) {
    /** GS08 of the 837P guide that claims are checked against. */
    public static final String CLAIM_GUIDE = "005010X222A1";

    public ValidationRules(GuideLibrary guides, ClaimEdits edits, CodeTables tables, EnginePolicy policy) {
        this(guides, EditsByPayer.same(edits), tables, policy, ClaimRoutes.ANYWHERE);
    }

    public ValidationRules(GuideLibrary guides, EditsByPayer edits, CodeTables tables, EnginePolicy policy,
                           ClaimRoutes routes) {
        this(guides.require(CLAIM_GUIDE), edits, tables, policy, routes);
    }

    /** Every claim may come in, whoever its payer is. */
    public ValidationRules(Guide guide, EditsByPayer edits, CodeTables tables, EnginePolicy policy) {
        this(guide, edits, tables, policy, ClaimRoutes.ANYWHERE);
    }
}
