package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;

/**
 * A code whose MUE for practitioners is 0 is one that suppliers or facilities bill, by limits of their own. The claim does not
 * tell who bills, so this warns. 2400 SV104; 277CA A7:476 + A7:258.
 */
final class UnitsLimitZero extends ClaimEdit {
    private static final List<ClaimStatus> NOT_EXPECTED = Statuses.of("A7:476", "A7:258");

    @Override
    public String id() {
        return "units-limit-zero";
    }

    @Override
    public String explanation() {
        return "A practitioner does not bill a code that CMS expects from suppliers or facilities only.";
    }

    @Override
    public String source() {
        return "CMS medically unlikely edits, practitioner services, value 0; 005010X222A1, 2400 SV104";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NOT_EXPECTED);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (context.billsKnownCode(i) && context.code(i).unitsLimit(line.dateFrom()).units() == 0) {
                findings.line(i, line.servicePosition(), "SV104", NOT_EXPECTED,
                        Shown.code(line.procedure()) + " has a units limit of 0 for practitioners",
                        "a code that practitioners bill, or a bill of the supplier or facility");
                findings.cite(context.tables().citations().unitsLimit(context.code(i), line.dateFrom()));
            }
        }
    }
}
