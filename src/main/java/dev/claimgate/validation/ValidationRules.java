package dev.claimgate.validation;

import dev.claimgate.codes.CodeTables;
import dev.claimgate.edit.ClaimEdits;
import dev.claimgate.guide.Guide;
import dev.claimgate.guide.GuideLibrary;

/**
 * All that a verdict depends on beside the bytes. Immutable, shared by any number of validators.
 *
 * @param guide  the 837P guide
 * @param edits  the edits with their severities
 * @param tables one snapshot of the code tables
 * @param policy what is taken, and the limits
 */
public record ValidationRules(Guide guide, ClaimEdits edits, CodeTables tables, EnginePolicy policy) {
    /** GS08 of the 837P guide that claims are checked against. */
    public static final String CLAIM_GUIDE = "005010X222A1";

    public ValidationRules(GuideLibrary guides, ClaimEdits edits, CodeTables tables, EnginePolicy policy) {
        this(guides.require(CLAIM_GUIDE), edits, tables, policy);
    }
}
