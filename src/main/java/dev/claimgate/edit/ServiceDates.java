package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.Days;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;

/** Services were rendered, first day first, before the claim came in. 2400 DTP*472; 277CA A7:187, A7:510 + A7:187. */
final class ServiceDates extends ClaimEdit {
    private static final List<ClaimStatus> WRONG_ORDER = Statuses.of("A7:187");
    private static final List<ClaimStatus> FUTURE = Statuses.of("A7:510", "A7:187");

    @Override
    public String id() {
        return "service-dates";
    }

    @Override
    public String explanation() {
        return "A service ends no earlier than it begins and lies no later than the day the claim was received.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2400 DTP*472";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(WRONG_ORDER, FUTURE);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (line.dateFrom() == 0) {
                continue;
            }
            if (line.dateTo() < line.dateFrom()) {
                findings.line(i, line.datePosition(), "DTP03", WRONG_ORDER,
                        "the service ends on " + Days.text(line.dateTo()),
                        "it begins on " + Days.text(line.dateFrom()) + " and ends no earlier");
            } else if (line.dateTo() > context.receivedOn()) {
                findings.line(i, line.datePosition(), "DTP03", FUTURE,
                        "the service day is " + Days.text(line.dateTo()),
                        "no later than " + Days.text(context.receivedOn()) + ", when the claim was received");
            }
        }
    }
}
