package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.codes.Days;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;

/** A patient leaves hospital no earlier than he came. 2300 DTP*435, DTP*096; 277CA A8:190 + A8:189. */
final class DischargeAfterAdmission extends ClaimEdit {
    private static final List<ClaimStatus> WRONG_ORDER = Statuses.of("A8:190", "A8:189");

    @Override
    public String id() {
        return "discharge-after-admission";
    }

    @Override
    public String explanation() {
        return "The discharge is no earlier than the admission.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2300 DTP*435 and DTP*096";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(WRONG_ORDER);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        int admission = claim.dates().admission();
        int discharge = claim.dates().discharge();
        if (admission > 0 && discharge > 0 && discharge < admission) {
            findings.claim("2300", claim.dates().dischargePosition(), "DTP03", WRONG_ORDER,
                    "the discharge was on " + Days.text(discharge),
                    "no earlier than the admission, " + Days.text(admission));
        }
    }
}
