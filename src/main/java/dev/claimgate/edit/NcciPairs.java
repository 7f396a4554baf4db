package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.PairRule;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;
import java.util.Set;

/**
 * Procedures of one day and provider are no NCCI pair, or an NCCI-associated modifier on either line lifts the pair. The
 * column 2 code is the one that is not paid. 2400 SV101; 277CA A8:732 + A8:454, with A8:453 when a modifier could lift the
 * pair.
 */
final class NcciPairs extends ClaimEdit {
    static final List<ClaimStatus> NEVER_TOGETHER = Statuses.of("A8:732", "A8:454");
    static final List<ClaimStatus> NEEDS_MODIFIER = Statuses.of("A8:732", "A8:454", "A8:453");

    @Override
    public String id() {
        return "ncci-pairs";
    }

    @Override
    public String explanation() {
        return "Two procedures of one day by one provider are not an NCCI pair, or carry a modifier that lifts the pair.";
    }

    @Override
    public String source() {
        return "CMS NCCI procedure-to-procedure edits, practitioner services; NCCI policy manual, chapter 1";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NEVER_TOGETHER, NEEDS_MODIFIER);
    }

    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.SEVERAL_LINES);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount() && claim.lineCount() > 1; i++) {
            if (context.billsKnownCode(i)) {
                checkColumn2(claim, i, context, findings);
            }
        }
    }

    /** Looks for a column 1 code to the line; one finding a line is enough. */
    private static void checkColumn2(Claim claim, int i, EditContext context, ClaimFindings findings) {
        ServiceLine line = claim.line(i);
        for (int j = 0; j < claim.lineCount(); j++) {
            ServiceLine other = claim.line(j);
            if (j == i || !context.billsKnownCode(j) || context.code(j) == context.code(i) || !Lines.shareDay(line, other)) {
                continue;
            }
            PairRule rule = context.tables().pair(context.code(j), context.code(i), line.dateFrom());
            if (rule != PairRule.NONE && Lines.shareProvider(claim, line, other)
                    && !lifted(rule, line, other, context.tables())) {
                report(line, i, other, j, rule, findings);
                findings.cite(context.tables().citations().pair(context.code(j), context.code(i), line.dateFrom()));
                PairSuggestions.add(claim, i, j, rule, context, findings);
                return;
            }
        }
    }

    /** Whether the two lines are a pair that nothing lifts: one of them is to go. */
    static boolean denied(Claim claim, int i, int j, EditContext context) {
        int day = claim.line(i).dateFrom();
        PairRule rule = context.tables().pair(context.code(i), context.code(j), day);
        PairRule reverse = context.tables().pair(context.code(j), context.code(i), day);
        return denied(rule, claim.line(i), claim.line(j), context.tables())
                || denied(reverse, claim.line(i), claim.line(j), context.tables());
    }

    private static boolean denied(PairRule rule, ServiceLine line, ServiceLine other, CodeTables tables) {
        return rule != PairRule.NONE && !lifted(rule, line, other, tables);
    }

    static boolean lifted(PairRule rule, ServiceLine line, ServiceLine other, CodeTables tables) {
        return rule == PairRule.ALLOWED_WITH_MODIFIER && (hasLifting(line, tables) || hasLifting(other, tables));
    }

    static boolean hasLifting(ServiceLine line, CodeTables tables) {
        for (int m = 0; m < line.modifierCount(); m++) {
            if (tables.modifierLiftsPairs(line.modifier(m), line.dateFrom())) {
                return true;
            }
        }
        return false;
    }

    private static void report(ServiceLine line, int i, ServiceLine other, int j, PairRule rule, ClaimFindings findings) {
        boolean never = rule == PairRule.NOT_ALLOWED;
        findings.line(i, line.servicePosition(), "SV101-2", never ? NEVER_TOGETHER : NEEDS_MODIFIER,
                Shown.code(line.procedure()) + " stands beside " + Shown.code(other.procedure()) + " of line " + (j + 1),
                never ? "not on the same day: no modifier lifts this NCCI pair" : modifierHint(line));
    }

    static String modifierHint(ServiceLine line) {
        return EvaluationCodes.contains(line.procedure())
                ? "alone, or with modifier 25 (57 the day of or before major surgery) for a separate visit"
                : "alone, or with an NCCI-associated modifier such as 59 or XS for a separate service";
    }
}
