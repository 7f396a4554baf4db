package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;
import java.util.Set;

/**
 * One rule over one claim. Pure and without state, so that one instance serves all threads. A clean claim costs no
 * allocation. What another rule or the 999 reports already (an element that is missing, a code that is unknown) is passed
 * over, so that one fault gives one finding. A class and no interface: dozens of them are called for every claim, and a call
 * through an interface of so many classes is the dearer one.
 */
public abstract class ClaimEdit {
    /** Short name, unique, in lower case with dashes: {@code npi-check-digit}. Partners' profiles refer to it. */
    public abstract String id();

    /** What it demands, in one sentence a biller understands. */
    public abstract String explanation();

    /** Where the rule comes from: guide loop and element, CMS file, NCCI manual. */
    public abstract String source();

    /** Each combination of statuses that its findings carry in the 277CA. */
    public abstract List<List<ClaimStatus>> statuses();

    /** What a finding does unless the profile says otherwise: warns where the source advises, else rejects. */
    public Severity severity() {
        return Severity.REJECT;
    }

    /** What a claim must have to be worth a look, all of it; nothing, unless an edit says so. */
    public Set<Trait> concerns() {
        return Set.of();
    }

    /**
     * Looks at one claim and reports what it finds.
     *
     * @param claim    not to be kept
     * @param context  code tables and the day of receipt
     * @param findings takes each fault
     */
    public abstract void check(Claim claim, EditContext context, ClaimFindings findings);
}
