package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;

/** The charge of the claim is the sum of its lines. 2300 CLM02, 2400 SV102; 277CA A8:400 + A8:178. */
final class ClaimBalance extends ClaimEdit {
    private static final List<ClaimStatus> OUT_OF_BALANCE = Statuses.of("A8:400", "A8:178");

    @Override
    public String id() {
        return "claim-balance";
    }

    @Override
    public String explanation() {
        return "The total charge of a claim is the sum of the charges of its service lines.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2300 CLM02 and 2400 SV102";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(OUT_OF_BALANCE);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        long sum = 0;
        boolean cents = claim.chargeDecimals() <= 2;
        for (int i = 0; i < claim.lineCount(); i++) {
            sum += claim.line(i).chargeCents();
            cents &= claim.line(i).chargeDecimals() <= 2;
        }
        // Parts of a cent are a fault of their own and cannot be added up.
        if (cents && claim.lineCount() > 0 && sum != claim.chargeCents()) {
            findings.claim("2300", claim.position(), "CLM02", OUT_OF_BALANCE,
                    "the claim charges " + Shown.money(claim.chargeCents()),
                    "its lines add up to " + Shown.money(sum));
        }
    }
}
