package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.PackedText;
import java.util.List;

/**
 * A hospital provides the technical component for its patients and is paid for it, so no practitioner bills TC there. 2400
 * SV101-3 and SV105; 277CA A8:453 + A8:249.
 */
final class TechnicalPartPlace extends ClaimEdit {
    private static final List<ClaimStatus> IN_HOSPITAL = Statuses.of("A8:453", "A8:249");
    private static final long TECHNICAL = PackedText.pack("TC");
    private static final long[] HOSPITALS = {PackedText.pack("21"), PackedText.pack("22"), PackedText.pack("23")};

    @Override
    public String id() {
        return "technical-part-place";
    }

    @Override
    public String explanation() {
        return "Modifier TC does not stand on a service in a hospital (place of service 21, 22 or 23).";
    }

    @Override
    public String source() {
        return "CMS claims processing manual, chapter 13, 20.2; 005010X222A1, 2400 SV101 and SV105, 2300 CLM05-1";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(IN_HOSPITAL);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            long place = Lines.place(claim, line);
            if (line.hasModifier(TECHNICAL) && Lines.billsHcpcs(line)
                    && (place == HOSPITALS[0] || place == HOSPITALS[1] || place == HOSPITALS[2])) {
                findings.line(i, line.servicePosition(), "SV101", IN_HOSPITAL,
                        "modifier TC stands on a service at place " + Shown.code(place),
                        "no TC: the hospital bills the technical component");
                findings.suggest(i, "send " + Shown.code(line.procedure()) + " with 26 instead of TC",
                        "in a hospital a practitioner bills the professional component",
                        "the practitioner interpreted the test and wrote a report");
            }
        }
    }
}
