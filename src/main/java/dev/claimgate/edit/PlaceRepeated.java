package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;

/**
 * A line tells its place of service where it is another than the claim's; most receivers do not mind. 2400 SV105; 277CA A7:249.
 */
final class PlaceRepeated extends ClaimEdit {
    private static final List<ClaimStatus> REPEATED = Statuses.of("A7:249");

    @Override
    public String id() {
        return "place-repeated";
    }

    @Override
    public String explanation() {
        return "A service line names its place of service only where it differs from that of the claim.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2300 CLM05-1 and 2400 SV105; most receivers do not mind";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(REPEATED);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (line.placeOfService() != 0 && line.placeOfService() == claim.placeOfService()) {
                findings.line(i, line.servicePosition(), "SV105", REPEATED,
                        "SV105 repeats the claim's place of service " + Shown.code(line.placeOfService()),
                        "nothing, CLM05-1 holds for all lines that name no other");
            }
        }
    }
}
