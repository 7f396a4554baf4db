package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.PackedText;
import java.util.List;
import java.util.Set;

/** A national drug code is sent with eleven digits (5-4-2) and no dashes. 2410 LIN03; 277CA A7:218. */
final class DrugCodeFormat extends ClaimEdit {
    private static final List<ClaimStatus> WRONG_CODE = Statuses.of("A7:218");
    private static final long NDC = PackedText.pack("N4");
    private static final int DIGITS = 11;

    @Override
    public String id() {
        return "ndc-format";
    }

    @Override
    public String explanation() {
        return "A national drug code has eleven digits and no dashes.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2410 LIN03 with LIN02 = N4";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(WRONG_CODE);
    }

    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.DRUG);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (line.drugQualifier() == NDC && !Digits.only(line.drugCode(), DIGITS)) {
                findings.lineLoop(i, "2410", line.drugPosition(), "LIN03", WRONG_CODE,
                        "the drug code is " + line.drugCode(), "eleven digits, 5-4-2, without dashes");
            }
        }
    }
}
