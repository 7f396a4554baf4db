package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.PackedText;
import java.util.List;
import java.util.Set;

/**
 * Medicare takes a test that is marked as waived (QW) only with the CLIA number of its laboratory. Other payers are
 * not judged. 2300 and 2400 REF*X4; 277CA A6:544.
 */
final class CliaForWaivedTest extends ClaimEdit {
    private static final List<ClaimStatus> NO_NUMBER = Statuses.of("A6:544");
    private static final long MEDICARE_PART_B = PackedText.pack("MB");
    private static final long WAIVED = PackedText.pack("QW");

    @Override
    public String id() {
        return "clia-waived-test";
    }

    @Override
    public String explanation() {
        return "A waived laboratory test (modifier QW) billed to Medicare carries the CLIA number of the "
                + "laboratory.";
    }

    @Override
    public String source() {
        return "005010X222A1, REF*X4 of 2300 and 2400; Medicare Claims Processing Manual, chapter 16, "
                + "section 70";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NO_NUMBER);
    }

    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.MEDICARE, Trait.MODIFIERS);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        if (claim.filingIndicator() != MEDICARE_PART_B || claim.clia().present()) {
            return;
        }
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (line.hasModifier(WAIVED) && !line.clia().present()) {
                findings.line(i, line.servicePosition(), "SV101", NO_NUMBER,
                        Shown.code(line.procedure()) + " is billed with QW and without a CLIA number",
                        "REF*X4 with the laboratory's number, on the claim or the line");
            }
        }
    }
}
