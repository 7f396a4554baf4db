package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.PackedText;
import java.util.List;

/**
 * A claim that asks for money (BHT06 = CH) charges some; encounters (RP) may charge nothing. 2300 CLM02; 277CA A7:402
 * + A7:178.
 */
final class ChargeAboveZero extends ClaimEdit {
    private static final List<ClaimStatus> NOTHING_CHARGED = Statuses.of("A7:402", "A7:178");
    private static final long CHARGEABLE = PackedText.pack("CH");

    @Override
    public String id() {
        return "charge-above-zero";
    }

    @Override
    public String explanation() {
        return "A claim that is sent for payment charges more than zero.";
    }

    @Override
    public String source() {
        return "005010X222A1, BHT06 and 2300 CLM02; a check that clearinghouses make";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NOTHING_CHARGED);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        if (claim.purpose() == CHARGEABLE && claim.chargeCents() == 0) {
            findings.claim("2300", claim.position(), "CLM02", NOTHING_CHARGED, "the claim charges 0",
                    "more than 0, or BHT06 = RP for a report without charge");
        }
    }
}
