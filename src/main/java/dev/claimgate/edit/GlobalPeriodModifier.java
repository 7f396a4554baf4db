package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;

/**
 * 24, 58, 78 and 79 refer to an operation in whose global period the service lies. The operation may have been billed another
 * way, so this warns, and only for patients of whom earlier claims are known. 2400 SV101-3; 277CA A8:453 + A8:454.
 */
final class GlobalPeriodModifier extends HistoryEdit {
    private static final List<ClaimStatus> NO_OPERATION = Statuses.of("A8:453", "A8:454");
    private static final long[] REFERRING = GlobalPeriods.pack("24 58 78 79");

    @Override
    public String id() {
        return "global-period-modifier";
    }

    @Override
    public String explanation() {
        return "A line with 24, 58, 78 or 79 lies in the global period of an operation by the same provider, on this claim or an"
                + " earlier one.";
    }

    @Override
    public String source() {
        return "CMS claims processing manual, chapter 12, 40.2; global period of the fee schedule";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NO_OPERATION);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (Lines.billsHcpcs(line) && GlobalPeriods.hasAny(line, REFERRING) && !besideOperation(claim, i, context)
                    && GlobalPeriods.around(claim, line, context).isEmpty()) {
                report(line, i, findings);
            }
        }
    }

    /** Whether an operation of the same claim, on that day or before, may be what is meant. */
    private static boolean besideOperation(Claim claim, int i, EditContext context) {
        for (int j = 0; j < claim.lineCount(); j++) {
            if (j != i && context.procedure(j).indicators().global().surgical()
                    && claim.line(j).dateFrom() <= claim.line(i).dateTo()) {
                return true;
            }
        }
        return false;
    }

    private static void report(ServiceLine line, int index, ClaimFindings findings) {
        int m = 0;
        while (!GlobalPeriods.hasAny(line, new long[] {REFERRING[m]})) {
            m++;
        }
        String modifier = Shown.code(REFERRING[m]);
        findings.line(index, line.servicePosition(), "SV101-3", NO_OPERATION,
                "modifier " + modifier + " stands on " + Shown.code(line.procedure())
                        + ", and no operation by the same provider is known in whose global period it lies",
                "no " + modifier + " outside of a global period");
        findings.suggest(index, "leave modifier " + modifier + " out", "it refers to an operation before",
                "there was no operation in the 10 or 90 days before");
    }
}
