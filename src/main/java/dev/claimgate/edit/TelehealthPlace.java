package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.PackedText;
import java.util.List;
import java.util.stream.Stream;

/**
 * A modifier of telehealth goes with place of service 02 or 10. Payers differ in it, so this warns. 2400 SV101-3 and SV105;
 * 277CA A8:453 + A8:249.
 */
final class TelehealthPlace extends ClaimEdit {
    private static final List<ClaimStatus> ELSEWHERE = Statuses.of("A8:453", "A8:249");
    private static final long[] MODIFIERS = Stream.of("93", "95", "GT", "GQ", "FQ", "FR").mapToLong(PackedText::pack).toArray();
    private static final long AWAY_FROM_HOME = PackedText.pack("02");
    private static final long AT_HOME = PackedText.pack("10");

    @Override
    public String id() {
        return "telehealth-place";
    }

    @Override
    public String explanation() {
        return "A modifier of telehealth (93, 95, GT, GQ, FQ, FR) goes with place of service 02 or 10.";
    }

    @Override
    public String source() {
        return "CMS place-of-service codes 02 and 10; CMS claims processing manual, chapter 12, 190; payers differ";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(ELSEWHERE);
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
            if (place != 0 && place != AWAY_FROM_HOME && place != AT_HOME && Lines.billsHcpcs(line)) {
                checkLine(line, i, place, findings);
            }
        }
    }

    private static void checkLine(ServiceLine line, int index, long place, ClaimFindings findings) {
        for (long modifier : MODIFIERS) {
            if (line.hasModifier(modifier)) {
                findings.line(index, line.servicePosition(), "SV101", ELSEWHERE,
                        "modifier " + Shown.code(modifier) + " stands on a service at place " + Shown.code(place),
                        "place of service 02 or 10, or no modifier of telehealth");
                findings.suggest(index, "send place of service 10, or 02 where the patient was not at home",
                        "the modifier says that the service was given by telehealth",
                        "the service was given by telehealth, and where the patient was");
                return;
            }
        }
    }
}
