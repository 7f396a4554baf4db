package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;

/** A line bills more than nothing. 2400 SV104; 277CA A7:476 + A7:258. */
final class UnitsAboveZero extends ClaimEdit {
    private static final List<ClaimStatus> NO_UNITS = Statuses.of("A7:476", "A7:258");

    @Override
    public String id() {
        return "units-above-zero";
    }

    @Override
    public String explanation() {
        return "Each service line bills more than zero units.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2400 SV104";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NO_UNITS);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (line.servicePosition() != 0 && line.unitsThousandths() <= 0) {
                findings.line(i, line.servicePosition(), "SV104", NO_UNITS,
                        "the line bills " + Shown.units(line.unitsThousandths()) + " units", "more than 0");
            }
        }
    }
}
