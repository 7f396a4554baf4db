package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.PackedText;
import java.util.List;
import java.util.Set;

/**
 * Medicare takes tests of an independent laboratory (place 81) only with the laboratory's CLIA number. Other payers are not
 * judged, nor is the reading of a test (26); waived tests have a rule of their own. 2300 and 2400 REF*X4; 277CA A6:544.
 */
final class CliaForLaboratory extends ClaimEdit {
    private static final List<ClaimStatus> NO_NUMBER = Statuses.of("A6:544");
    private static final long MEDICARE_PART_B = PackedText.pack("MB");
    private static final long LABORATORY = PackedText.pack("81");
    private static final long WAIVED = PackedText.pack("QW");
    private static final long READING = PackedText.pack("26");
    private static final long FIRST = PackedText.pack("80047");
    private static final long LAST = PackedText.pack("89398");

    @Override
    public String id() {
        return "clia-laboratory";
    }

    @Override
    public String explanation() {
        return "A laboratory test billed to Medicare from an independent laboratory (place 81) carries its CLIA number.";
    }

    @Override
    public String source() {
        return "005010X222A1, REF*X4 of 2300 and 2400, CLM05-1, SV105; "
                + "Medicare Claims Processing Manual, chapter 16, section 70";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NO_NUMBER);
    }

    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.MEDICARE);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        if (claim.filingIndicator() != MEDICARE_PART_B || claim.clia().present()) {
            return;
        }
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            long place = line.placeOfService() == 0 ? claim.placeOfService() : line.placeOfService();
            if (place == LABORATORY && isTest(line) && !line.clia().present()) {
                findings.line(i, line.servicePosition(), "SV101", NO_NUMBER,
                        Shown.code(line.procedure()) + " is billed from place 81 without a CLIA number",
                        "REF*X4 with the laboratory's number, on the claim or the line");
            }
        }
    }

    private static boolean isTest(ServiceLine line) {
        long code = line.procedure();
        return code >= FIRST && code <= LAST && EvaluationCodes.isCpt(code) && !line.hasModifier(WAIVED)
                && !line.hasModifier(READING);
    }
}
