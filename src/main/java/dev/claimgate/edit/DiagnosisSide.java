package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.edit.DiagnosisSides.Side;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;
import java.util.Set;

/** A modifier of a side stands on a line whose diagnosis does not name the other one. 2400 SV101; 277CA A8:488 + A8:453. */
final class DiagnosisSide extends ClaimEdit {
    private static final List<ClaimStatus> OTHER_SIDE = Statuses.of("A8:488", "A8:453");

    @Override
    public String id() {
        return "diagnosis-side";
    }

    @Override
    public String explanation() {
        return "A modifier of a side (LT, RT, eyelids, fingers, toes) stands on a line whose diagnosis names that side, if it"
                + " names one.";
    }

    @Override
    public String source() {
        return "sides.csv, from the fifth or sixth character of ICD-10-CM codes; 005010X222A1, 2400 SV101-3 and SV107";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(OTHER_SIDE);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.MODIFIERS);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            for (int m = 0; m < line.modifierCount() && Lines.billsHcpcs(line); m++) {
                Side side = DiagnosisSides.ofModifier(line.modifier(m));
                if (side != Side.NONE) {
                    checkModifier(claim, i, m, side, findings);
                }
            }
        }
    }

    /** One diagnosis of the side is enough: a line may point to lesions of both. */
    private static void checkModifier(Claim claim, int i, int m, Side side, ClaimFindings findings) {
        ServiceLine line = claim.line(i);
        long other = 0;
        for (int p = 0; p < line.pointerCount(); p++) {
            long diagnosis = DermatologyRow.diagnosis(claim, line, p);
            Side named = DiagnosisSides.of(diagnosis);
            if (named == side) {
                return;
            }
            if (named == Side.LEFT || named == Side.RIGHT) {
                other = diagnosis;
            }
        }
        if (other != 0) {
            String modifier = Shown.code(line.modifier(m));
            findings.line(i, line.servicePosition(), ModifierCodes.element(m), OTHER_SIDE,
                    "modifier " + modifier + " stands beside " + Shown.code(other) + ", a diagnosis of the other side",
                    "modifier and diagnosis of one side");
            findings.suggest(i, "send the diagnosis or the modifier of the side that was treated",
                    modifier + " and " + Shown.code(other) + " name two sides", "which side was treated");
        }
    }
}
