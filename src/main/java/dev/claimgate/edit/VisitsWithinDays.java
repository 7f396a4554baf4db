package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.Days;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;
import java.util.Set;

/**
 * A range of days with an evaluation and management code means one visit a day, so units and days are the same number. Some
 * codes are rightly billed otherwise, so this warns. 2400 SV104, DTP*472; 277CA A8:476 + A8:187.
 */
final class VisitsWithinDays extends ClaimEdit {
    private static final List<ClaimStatus> DIFFER = Statuses.of("A8:476", "A8:187");
    private static final int THOUSANDTHS = 1000;

    @Override
    public String id() {
        return "visits-within-days";
    }

    @Override
    public String explanation() {
        return "A visit billed for a range of days has as many units as the range has days.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2400 SV104 and DTP*472; Medicare Claims Processing Manual, chapter 26, items 24A and 24G";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(DIFFER);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.DATE_RANGE);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (line.dateTo() <= line.dateFrom() || line.dateFrom() == 0 || !EvaluationCodes.contains(line.procedure())) {
                continue;
            }
            int days = Days.count(line.dateFrom(), line.dateTo());
            if (line.unitsThousandths() != (long) days * THOUSANDTHS) {
                findings.line(i, line.servicePosition(), "SV104", DIFFER,
                        Shown.units(line.unitsThousandths()) + " units for a range of " + days + " days",
                        "one unit for each day, or lines of their own");
            }
        }
    }
}
