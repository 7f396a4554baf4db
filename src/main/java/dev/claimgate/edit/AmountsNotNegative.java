package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;

/** Nobody charges less than nothing. 2300 CLM02, 2400 SV102; 277CA A7:178, A7:583. */
final class AmountsNotNegative extends ClaimEdit {
    private static final List<ClaimStatus> CLAIM_CHARGE = Statuses.of("A7:178");
    private static final List<ClaimStatus> LINE_CHARGE = Statuses.of("A7:583");

    @Override
    public String id() {
        return "amounts-not-negative";
    }

    @Override
    public String explanation() {
        return "The charges of a claim and of its service lines are not negative.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2300 CLM02 and 2400 SV102";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(CLAIM_CHARGE, LINE_CHARGE);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        if (claim.chargeCents() < 0) {
            findings.claim("2300", claim.position(), "CLM02", CLAIM_CHARGE,
                    "the claim charges " + Shown.money(claim.chargeCents()), "0 or more");
        }
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (line.chargeCents() < 0) {
                findings.line(i, line.servicePosition(), "SV102", LINE_CHARGE,
                        "the line charges " + Shown.money(line.chargeCents()), "0 or more");
            }
        }
    }
}
