package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.CodeKind;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;
import java.util.Set;

/** Modifiers exist, and none stands twice on a line. 2400 SV101-3 to SV101-6; 277CA A7:453. */
final class ModifierCodes extends ClaimEdit {
    private static final List<ClaimStatus> WRONG_MODIFIER = Statuses.of("A7:453");
    private static final int FIRST_COMPONENT = 3;

    @Override
    public String id() {
        return "modifier-codes";
    }

    @Override
    public String explanation() {
        return "Each modifier is a known one and stands once on its line.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2400 SV101-3 to SV101-6; CMS edit X222.351.2400.SV101-3.040";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(WRONG_MODIFIER);
    }

    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.MODIFIERS);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (Lines.billsHcpcs(line)) {
                checkLine(line, i, context, findings);
            }
        }
    }

    private static void checkLine(ServiceLine line, int index, EditContext context, ClaimFindings findings) {
        for (int m = 0; m < line.modifierCount(); m++) {
            long modifier = line.modifier(m);
            if (modifier == 0) {
                continue;
            }
            if (repeats(line, m)) {
                report(line, index, m, "modifier " + Shown.code(modifier) + " stands twice", "each modifier once", findings);
            } else if (!context.tables().modifierExists(modifier, line.dateFrom())) {
                report(line, index, m, Shown.code(modifier) + " is not a known modifier", "a CPT or HCPCS modifier",
                        findings);
                findings.cite(context.tables().citations().list(CodeKind.MODIFIERS, line.dateFrom()));
            }
        }
    }

    /** Whether an earlier place of the line has the same modifier. */
    static boolean repeats(ServiceLine line, int m) {
        for (int earlier = 0; earlier < m; earlier++) {
            if (line.modifier(earlier) == line.modifier(m)) {
                return true;
            }
        }
        return false;
    }

    /** {@code SV101-3} for the first modifier. */
    static String element(int m) {
        return "SV101-" + (FIRST_COMPONENT + m);
    }

    private static void report(ServiceLine line, int index, int m, String found, String expected, ClaimFindings findings) {
        findings.line(index, line.servicePosition(), element(m), WRONG_MODIFIER, found, expected);
    }
}
