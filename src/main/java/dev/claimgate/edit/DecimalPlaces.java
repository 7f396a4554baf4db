package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;

/**
 * Money has at most two decimals, units have at most three. 2300 CLM02, 2400 SV102 and SV104; 277CA A7:697 with
 * A7:178, A7:583 or A7:476.
 */
final class DecimalPlaces extends ClaimEdit {
    private static final List<ClaimStatus> CLAIM_CHARGE = Statuses.of("A7:697", "A7:178");
    private static final List<ClaimStatus> LINE_CHARGE = Statuses.of("A7:697", "A7:583");
    private static final List<ClaimStatus> UNITS = Statuses.of("A7:697", "A7:476");
    private static final int MONEY_DECIMALS = 2;
    private static final int UNITS_DECIMALS = 3;

    @Override
    public String id() {
        return "decimal-places";
    }

    @Override
    public String explanation() {
        return "Charges are written with at most two decimals, units with at most three.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2300 CLM02, 2400 SV102 and SV104";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(CLAIM_CHARGE, LINE_CHARGE, UNITS);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        if (claim.chargeDecimals() > MONEY_DECIMALS) {
            findings.claim("2300", claim.position(), "CLM02", CLAIM_CHARGE, found(claim.chargeDecimals()), "at most 2");
        }
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (line.chargeDecimals() > MONEY_DECIMALS) {
                findings.line(i, line.servicePosition(), "SV102", LINE_CHARGE, found(line.chargeDecimals()), "at most 2");
            }
            if (line.unitsDecimals() > UNITS_DECIMALS) {
                findings.line(i, line.servicePosition(), "SV104", UNITS, found(line.unitsDecimals()), "at most 3");
            }
        }
    }

    private static String found(int decimals) {
        return "the number has " + decimals + " decimals";
    }
}
