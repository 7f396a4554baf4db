package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.PackedText;
import java.util.List;
import java.util.Set;

/** Medicare takes a mammography only from a certified facility. 2300 and 2400 REF*EW; 277CA A6:560:77. */
final class MammographyCertified extends ClaimEdit {
    private static final List<ClaimStatus> NO_NUMBER = Statuses.of("A6:560:77");
    private static final long MEDICARE_PART_B = PackedText.pack("MB");
    private static final long READING = PackedText.pack("26");
    private static final long FIRST = PackedText.pack("77065");
    private static final long LAST = PackedText.pack("77067");

    @Override
    public String id() {
        return "mammography-certified";
    }

    @Override
    public String explanation() {
        return "A mammography billed to Medicare carries the number of the facility's certificate.";
    }

    @Override
    public String source() {
        return "005010X222A1, REF*EW of 2300 and 2400; Medicare Claims Processing Manual, chapter 18, section 20";
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
        if (claim.filingIndicator() != MEDICARE_PART_B || claim.hasMammographyNumber()) {
            return;
        }
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            long code = line.procedure();
            if (code >= FIRST && code <= LAST && EvaluationCodes.isCpt(code) && !line.hasModifier(READING)
                    && !line.hasMammographyNumber()) {
                findings.line(i, line.servicePosition(), "SV101", NO_NUMBER,
                        Shown.code(code) + " is billed without a mammography certification number",
                        "REF*EW with the facility's number, on the claim or the line");
            }
        }
    }
}
