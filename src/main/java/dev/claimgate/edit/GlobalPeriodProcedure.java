package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.GlobalPeriod;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;

/**
 * A procedure in the global period of an operation by the same provider says what it has to do with it: 58 staged or more
 * extensive, 78 return to the operating room, 79 unrelated. Payers differ, so this warns. 2400 SV101-3; 277CA A8:453 + A8:454.
 */
final class GlobalPeriodProcedure extends HistoryEdit {
    private static final List<ClaimStatus> NO_MODIFIER = Statuses.of("A8:453", "A8:454");
    private static final long[] RELATION = GlobalPeriods.pack("58 78 79");

    @Override
    public String id() {
        return "global-period-procedure";
    }

    @Override
    public String explanation() {
        return "A procedure within 10 or 90 days after an operation of an earlier claim by the same provider, as its global"
                + " period says, carries 58, 78 or 79.";
    }

    @Override
    public String source() {
        return "CMS claims processing manual, chapter 12, 40.2; global period of the fee schedule";
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
            if (context.billsKnownCode(i) && operates(context.procedure(i).indicators().global())
                    && !EvaluationCodes.contains(line.procedure()) && !GlobalPeriods.hasAny(line, RELATION)) {
                int index = i;
                GlobalPeriods.around(claim, line, context).ifPresent(
                        operation -> report(line, index, operation, context, findings));
            }
        }
    }

    private static boolean operates(GlobalPeriod global) {
        return global == GlobalPeriod.DAYS_0 || global.surgical();
    }

    private static void report(ServiceLine line, int index, EarlierServices.Service operation, EditContext context,
                               ClaimFindings findings) {
        findings.line(index, line.servicePosition(), "SV101-3", NO_MODIFIER,
                Shown.code(line.procedure()) + " lies in the global period of " + operation.shown(),
                "modifier 79 if unrelated, 58 if staged or more extensive, 78 for a return to the operating room");
        findings.cite(GlobalPeriods.row(operation.line(), context.tables()));
        findings.suggest(index, "add modifier 79", "it says that the procedure has nothing to do with the operation before",
                "it was done for another lesion or condition");
        findings.suggest(index, "add modifier 58", "it says that the procedure was planned, or goes further than the one before",
                "it was planned at the time of the operation, or follows from what was found then");
    }
}
