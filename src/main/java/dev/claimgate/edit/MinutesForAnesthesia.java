package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.PackedText;
import java.util.List;

/**
 * Anesthesia is counted in minutes (MJ), all else in units (UN). Payers have exceptions on both sides, so this warns.
 * 2400 SV103; 277CA A8:659 + A8:454.
 */
final class MinutesForAnesthesia extends ClaimEdit {
    private static final List<ClaimStatus> WRONG_BASIS = Statuses.of("A8:659", "A8:454");
    private static final long MINUTES = PackedText.pack("MJ");
    private static final long FIRST = PackedText.pack("00100");
    private static final long LAST = PackedText.pack("01999");

    @Override
    public String id() {
        return "minutes-for-anesthesia";
    }

    @Override
    public String explanation() {
        return "Anesthesia is billed in minutes, other services in units.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2400 SV103; payers have exceptions, such as daily management";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(WRONG_BASIS);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            boolean minutes = line.unitBasis() == MINUTES;
            if (line.servicePosition() != 0 && Lines.billsHcpcs(line) && minutes != isAnesthesia(line.procedure())) {
                findings.line(i, line.servicePosition(), "SV103", WRONG_BASIS,
                        Shown.code(line.procedure()) + " is billed in " + (minutes ? "minutes" : "units"),
                        minutes ? "UN, since it is not anesthesia" : "MJ and the minutes of anesthesia");
            }
        }
    }

    static boolean isAnesthesia(long code) {
        return code >= FIRST && code <= LAST && EvaluationCodes.isCpt(code);
    }
}
