package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.GlobalPeriod;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.PackedText;
import java.util.List;

/** What is done by hand is not done by telehealth: place of service 02 or 10. 2400 SV105; 277CA A8:249 + A8:454. */
final class TelehealthProcedure extends ClaimEdit {
    private static final List<ClaimStatus> NOT_REMOTE = Statuses.of("A8:249", "A8:454");
    private static final long AWAY_FROM_HOME = PackedText.pack("02");
    private static final long AT_HOME = PackedText.pack("10");

    @Override
    public String id() {
        return "telehealth-procedure";
    }

    @Override
    public String explanation() {
        return "A procedure with a global period (000, 010, 090) is not billed for a place of telehealth (02, 10).";
    }

    @Override
    public String source() {
        return "CMS place-of-service codes 02 and 10; global period of the fee schedule; 005010X222A1, 2400 SV105, 2300 CLM05-1";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NOT_REMOTE);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            long place = Lines.place(claim, line);
            if ((place == AWAY_FROM_HOME || place == AT_HOME) && context.billsKnownCode(i)) {
                GlobalPeriod global = context.procedure(i).indicators().global();
                if (global == GlobalPeriod.DAYS_0 || global.surgical()) {
                    report(line, i, place, global, context, findings);
                }
            }
        }
    }

    private static void report(ServiceLine line, int i, long place, GlobalPeriod global, EditContext context,
                               ClaimFindings findings) {
        findings.line(i, line.servicePosition(), "SV105", NOT_REMOTE,
                Shown.code(line.procedure()) + " stands at place " + Shown.code(place),
                "the place where the patient was treated");
        findings.cite(context.tables().citations().procedure(context.code(i), line.dateFrom(), "global " + global.code()));
        findings.suggest(i, "send the place where the patient was treated, such as 11 for the office",
                Shown.code(line.procedure()) + " is done by hand", "where the patient was treated");
    }
}
