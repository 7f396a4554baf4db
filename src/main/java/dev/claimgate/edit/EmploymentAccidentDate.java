package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;

/**
 * A condition that has to do with employment may be an accident or an illness; only the accident has a date, and the claim does
 * not say which it was, so this warns. 2300 CLM11, DTP*439; 277CA A6:727.
 */
final class EmploymentAccidentDate extends ClaimEdit {
    private static final List<ClaimStatus> NO_DATE = Statuses.of("A6:727");

    @Override
    public String id() {
        return "employment-accident-date";
    }

    @Override
    public String explanation() {
        return "A claim that CLM11 relates to employment (EM) carries the date of the accident, if it was one.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2300 CLM11 and DTP*439; an occupational illness has no such date";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NO_DATE);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        if (claim.dates().maybeAccidentAtWork() && claim.dates().accident() == 0) {
            findings.claim("2300", claim.position(), "CLM11", NO_DATE, "CLM11 is EM and the claim has no DTP*439",
                    "the date of the accident, if it was one");
        }
    }
}
