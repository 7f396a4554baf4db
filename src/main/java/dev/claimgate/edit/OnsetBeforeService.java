package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.codes.Days;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;

/** An illness begins no later than its last service. 2300 DTP*431; 277CA A8:397 + A8:187. */
final class OnsetBeforeService extends ClaimEdit {
    private static final List<ClaimStatus> TOO_LATE = Statuses.of("A8:397", "A8:187");

    @Override
    public String id() {
        return "onset-before-service";
    }

    @Override
    public String explanation() {
        return "The onset of the illness is no later than the last day of service.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2300 DTP*431 and 2400 DTP*472";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(TOO_LATE);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        int onset = claim.dates().onset();
        int last = claim.serviceTo();
        if (last != 0 && onset > last) {
            findings.claim("2300", claim.dates().onsetPosition(), "DTP03", TOO_LATE,
                    "the illness began on " + Days.text(onset), "no later than the last day of service, " + Days.text(last));
        }
    }
}
