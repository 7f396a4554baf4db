package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.CodeState;
import dev.claimgate.codes.ProcedureCode;
import dev.claimgate.codes.Days;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;

/** A procedure code (SV101-1 = HC) exists and is in force on the day of service. 2400 SV101-2; 277CA A7:507. */
final class ProcedureInForce extends ClaimEdit {
    private static final List<ClaimStatus> WRONG_PROCEDURE = Statuses.of("A7:507");

    @Override
    public String id() {
        return "procedure-code";
    }

    @Override
    public String explanation() {
        return "Each procedure is a CPT or HCPCS code that is in force on the day of service.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2400 SV101-2; CMS edit X222.351.2400.SV101-2.020";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(WRONG_PROCEDURE);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (!Lines.billsHcpcs(line) || context.billsKnownCode(i)) {
                continue;
            }
            findings.line(i, line.servicePosition(), "SV101-2", WRONG_PROCEDURE,
                    Shown.code(line.procedure()) + " " + fault(line, context.code(i)),
                    "a CPT or HCPCS code in force on " + Days.text(line.dateFrom()));
            findings.cite(context.tables().citations().procedure(context.code(i), line.dateFrom(), ""));
        }
    }

    private static String fault(ServiceLine line, ProcedureCode code) {
        if (code.on(line.dateFrom()).state() == CodeState.UNKNOWN) {
            return "is not a known procedure code";
        }
        int last = code.lastDay();
        return last < line.dateFrom() ? "ended on " + Days.text(last) : "is not in force on that day";
    }
}
