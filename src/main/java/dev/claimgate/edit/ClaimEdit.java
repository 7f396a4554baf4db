package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;
import java.util.Set;

/**
 * One rule over one claim. Pure and without state, so that one instance serves all threads. A clean claim costs no
 * allocation. What another rule or the 999 reports already (an element that is missing, a code that is unknown) is passed
 * over, so that one fault gives one finding.
 */
public interface ClaimEdit {
    /** Short name, unique, in lower case with dashes: {@code npi-check-digit}. Partners' profiles refer to it. */
    String id();

    /** What it demands, in one sentence a biller understands. */
    String explanation();

    /** Where the rule comes from: guide loop and element, CMS file, NCCI manual. */
    String source();

    /** Each combination of statuses that its findings carry in the 277CA. */
    List<List<ClaimStatus>> statuses();

    /** What a finding does unless the profile says otherwise: warns where the source advises, else rejects. */
    default Severity severity() {
        return Severity.REJECT;
    }

    /** What a claim must have to be worth a look, all of it; nothing, unless an edit says so. */
    default Set<Trait> concerns() {
        return Set.of();
    }

    /**
     * Looks at one claim and reports what it finds.
     *
     * @param claim    not to be kept
     * @param context  code tables and the day of receipt
     * @param findings takes each fault
     */
    void check(Claim claim, EditContext context, ClaimFindings findings);
}
