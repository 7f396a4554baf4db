package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.Days;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;
import java.util.Set;

/** One day is a date (D8); a range (RD8) is for several. The guide leaves it to the submitter, so this warns. 277CA A7:187. */
final class SingleDayRange extends ClaimEdit {
    private static final List<ClaimStatus> ONE_DAY = Statuses.of("A7:187");

    @Override
    public String id() {
        return "single-day-range";
    }

    @Override
    public String explanation() {
        return "A service of one day is sent as a date (D8), a range (RD8) has two different days.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2400 DTP*472; advice";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(ONE_DAY);
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
            if (line.dateRange() && line.dateFrom() != 0 && line.dateFrom() == line.dateTo()) {
                findings.line(i, line.datePosition(), "DTP02", ONE_DAY, "the range is one day, " + Days.text(line.dateFrom()),
                        "D8 and that day");
            }
        }
    }
}
