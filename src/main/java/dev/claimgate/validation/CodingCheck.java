package dev.claimgate.validation;

import dev.claimgate.claim.Claim;
import dev.claimgate.edit.ClaimFindings;
import dev.claimgate.edit.EditContext;
import dev.claimgate.finding.ClaimFinding;
import java.time.LocalDate;
import java.util.List;

/**
 * The edits over a claim that is still being coded: those that judge coding, by the same rules, tables and severities as a
 * claim file. Keeps nothing.
 */
public final class CodingCheck {
    private static final String PRODUCTION = "P";

    private final ValidationRules rules;
    private final LocalDate today;

    /** @param today services after it are in the future */
    public CodingCheck(ValidationRules rules, LocalDate today) {
        this.rules = rules;
        this.today = today;
    }

    /** What is found, claim first, then by line; segment positions mean nothing here. */
    public List<ClaimFinding> findings(Claim claim) {
        ClaimFindings findings = new ClaimFindings();
        rules.edits().of(claim, PRODUCTION).codingOnly().judge(claim, new EditContext(rules.tables(), today), findings);
        return List.copyOf(findings.list());
    }
}
