package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;

/**
 * The fee schedule's status says whether a code is paid by itself: bundled, not covered, excluded or not valid ones are not.
 * Off unless a profile turns it on, for payers that follow the schedule. 2400 SV101-2; 277CA A8:454.
 */
final class ProcedureStatus extends ClaimEdit {
    private static final List<ClaimStatus> NOT_PAID = Statuses.of("A8:454");

    @Override
    public String id() {
        return "procedure-status";
    }

    @Override
    public String explanation() {
        return "A procedure has a status that the fee schedule pays: not B or P (bundled), N (not covered), E or X (excluded),"
                + " I (not valid).";
    }

    @Override
    public String source() {
        return "CMS physician fee schedule, status code; 005010X222A1, 2400 SV101-2; for payers that follow the schedule";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NOT_PAID);
    }

    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            String why = context.billsKnownCode(i) ? fault(context.procedure(i).indicators().status()) : "";
            if (!why.isEmpty()) {
                var line = claim.line(i);
                findings.line(i, line.servicePosition(), "SV101-2", NOT_PAID, Shown.code(line.procedure()) + " is " + why,
                        "a code that the payer's fee schedule pays by itself");
                findings.cite(context.tables().citations().procedure(context.code(i), line.dateFrom(),
                        "status " + context.procedure(i).indicators().status()));
            }
        }
    }

    private static String fault(char status) {
        return switch (status) {
            case 'B', 'P' -> "bundled into other services";
            case 'N' -> "not covered";
            case 'E', 'X' -> "excluded from the fee schedule";
            case 'I' -> "not valid for the fee schedule: another code stands for the service";
            default -> "";
        };
    }
}
