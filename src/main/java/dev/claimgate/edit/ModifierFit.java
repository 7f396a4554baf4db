package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.Indicators;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;
import java.util.Set;

/**
 * A modifier fits its procedure, see {@link ModifierRule}. Codes that are not on the fee schedule have no indicators and are
 * passed over. 2400 SV101-3 to SV101-6; 277CA A8:453 + A8:454.
 */
final class ModifierFit extends ClaimEdit {
    private static final List<ClaimStatus> MISFIT = Statuses.of("A8:453", "A8:454");

    @Override
    public String id() {
        return "modifier-fit";
    }

    @Override
    public String explanation() {
        return "Each modifier is one that the procedure may carry.";
    }

    @Override
    public String source() {
        return "CMS physician fee schedule, policy indicators; NCCI policy manual, chapter 1; 005010X222A1, 2400 SV101";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(MISFIT);
    }

    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.MODIFIERS);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (line.modifierCount() > 0 && context.billsKnownCode(i)) {
                Indicators indicators = context.procedure(i).indicators();
                if (indicators.status() != Indicators.NONE.status()) {
                    checkLine(line, i, indicators, context, findings);
                }
            }
        }
    }

    private static void checkLine(ServiceLine line, int index, Indicators indicators, EditContext context,
                                  ClaimFindings findings) {
        for (int m = 0; m < line.modifierCount(); m++) {
            for (int r = 0; r < ModifierRule.count(); r++) {
                ModifierRule rule = ModifierRule.at(r);
                if (rule.concerns(line.modifier(m)) && !rule.fits(line.procedure(), indicators)
                        && !ModifierCodes.repeats(line, m)) {
                    String modifier = Shown.code(line.modifier(m));
                    findings.line(index, line.servicePosition(), ModifierCodes.element(m), MISFIT,
                            "modifier " + modifier + " stands on " + Shown.code(line.procedure()),
                            modifier + " " + rule.expected());
                    findings.cite(context.tables().citations().procedure(context.code(index), line.dateFrom(),
                            indicators.text()));
                }
            }
        }
    }
}
