package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.PackedText;
import java.util.List;
import java.util.Set;

/** Both sides by modifier 50 are one unit. A few payers want two, so this warns. 2400 SV104; 277CA A8:476 + A8:453. */
final class BilateralUnits extends ClaimEdit {
    private static final List<ClaimStatus> MORE_THAN_ONE = Statuses.of("A8:476", "A8:453");
    private static final long BOTH_SIDES = PackedText.pack("50");
    private static final long ONE_UNIT = 1000;

    @Override
    public String id() {
        return "bilateral-units";
    }

    @Override
    public String explanation() {
        return "A line with modifier 50 bills one unit.";
    }

    @Override
    public String source() {
        return "CMS claims processing manual, chapter 12, 40.7; 005010X222A1, 2400 SV104";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(MORE_THAN_ONE);
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
            if (line.modifierCount() > 0 && line.hasModifier(BOTH_SIDES) && line.unitsThousandths() != ONE_UNIT
                    && context.billsKnownCode(i) && UnitsWithinLimit.counted(line)) {
                findings.line(i, line.servicePosition(), "SV104", MORE_THAN_ONE,
                        Shown.code(line.procedure()) + " is billed with 50 and " + Shown.units(line.unitsThousandths()) + " units",
                        "one unit: 50 says both sides");
                findings.suggest(i, "cut the units of this line to 1", "50 says by itself that both sides were treated",
                        "each side was treated once");
            }
        }
    }
}
