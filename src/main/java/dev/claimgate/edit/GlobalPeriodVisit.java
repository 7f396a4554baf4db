package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;

/**
 * A visit in the global period of an operation by the same provider is part of it, unless 24 says that it had to do with
 * something else. Payers differ, so this warns. 2400 SV101-3; 277CA A8:453 + A8:454.
 */
final class GlobalPeriodVisit extends HistoryEdit {
    private static final List<ClaimStatus> NO_MODIFIER = Statuses.of("A8:453", "A8:454");
    /** FT is that of critical care. */
    private static final long[] UNRELATED = GlobalPeriods.pack("24 FT");

    @Override
    public String id() {
        return "global-period-visit";
    }

    @Override
    public String explanation() {
        return "A visit within 10 or 90 days after an operation of an earlier claim by the same provider, as its global period"
                + " says, carries 24.";
    }

    @Override
    public String source() {
        return "CMS claims processing manual, chapter 12, 40.1 and 40.2; global period of the fee schedule";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NO_MODIFIER);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (Lines.billsHcpcs(line) && EvaluationCodes.contains(line.procedure()) && !GlobalPeriods.hasAny(line, UNRELATED)) {
                int index = i;
                GlobalPeriods.around(claim, line, context).ifPresent(
                        operation -> report(line, index, operation, context, findings));
            }
        }
    }

    private static void report(ServiceLine line, int index, EarlierServices.Service operation, EditContext context,
                               ClaimFindings findings) {
        findings.line(index, line.servicePosition(), "SV101-3", NO_MODIFIER,
                Shown.code(line.procedure()) + " lies in the global period of " + operation.shown(),
                "modifier 24 for a visit that has nothing to do with the operation, or no visit");
        findings.cite(GlobalPeriods.row(operation.line(), context.tables()));
        findings.suggest(index, "add modifier 24 to the visit", "it says that the visit is no care after the operation",
                "the visit was for another condition than the operation");
        findings.suggest(index, "leave the visit out", "care after the operation is paid with it",
                "the visit was to look after the operation");
    }
}
