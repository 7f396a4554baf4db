package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.GlobalPeriod;
import dev.claimgate.codes.PairRule;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.PackedText;
import java.util.List;

/**
 * A visit on the day of a procedure says by a modifier that it was a service of its own, also where no NCCI pair asks for
 * it, as with new patients. CMS policy, not a pair, so this warns. 2400 SV101-3; 277CA A8:453 + A8:454.
 */
final class VisitModifier extends ClaimEdit {
    private static final List<ClaimStatus> NO_MODIFIER = Statuses.of("A8:453", "A8:454");
    private static final long[] SEPARATE = {PackedText.pack("25"), PackedText.pack("57"), PackedText.pack("24")};

    @Override
    public String id() {
        return "visit-modifier";
    }

    @Override
    public String explanation() {
        return "A visit on the day of a procedure by the same provider carries 25, also where no NCCI pair asks for it; one on"
                + " the day of or before major surgery (global period 090) carries 57.";
    }

    @Override
    public String source() {
        return "NCCI policy manual, chapter 1, D; CMS claims processing manual, chapter 12, 40.1;"
                + " global period of the fee schedule";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NO_MODIFIER);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (Lines.billsHcpcs(line) && EvaluationCodes.contains(line.procedure())) {
                if (separate(line)) {
                    VisitModifierKind.check(claim, i, context, NO_MODIFIER, findings);
                } else {
                    checkVisit(claim, i, context, findings);
                }
            }
        }
    }

    private static void checkVisit(Claim claim, int i, EditContext context, ClaimFindings findings) {
        ServiceLine visit = claim.line(i);
        for (int j = 0; j < claim.lineCount(); j++) {
            ServiceLine other = claim.line(j);
            if (j == i || !context.billsKnownCode(j) || !Lines.shareProvider(claim, visit, other)
                    || !Lines.shareDay(visit, other) && !VisitModifierKind.beforeMajor(visit, j, claim, context)) {
                continue;
            }
            GlobalPeriod global = context.procedure(j).indicators().global();
            boolean pair = context.tables().pair(context.code(j), context.code(i), visit.dateFrom()) != PairRule.NONE;
            if (!pair && (global == GlobalPeriod.DAYS_0 || global.surgical())) {
                report(i, visit, other, j, global, findings);
                findings.cite(context.tables().citations().procedure(context.code(j), other.dateFrom(),
                        "global " + global.code()));
                return;
            }
        }
    }

    private static void report(int i, ServiceLine visit, ServiceLine other, int j, GlobalPeriod global,
                               ClaimFindings findings) {
        findings.line(i, visit.servicePosition(), "SV101-3", NO_MODIFIER,
                Shown.code(visit.procedure()) + " stands without 25 or 57 beside " + Shown.code(other.procedure()) + " of line "
                        + (j + 1),
                "modifier 25 (57 the day of or before major surgery) for a separate visit, or no visit");
        PairSuggestions.visit(i, other.procedure(), global, findings);
    }

    static boolean separate(ServiceLine line) {
        for (long modifier : SEPARATE) {
            if (line.hasModifier(modifier)) {
                return true;
            }
        }
        return false;
    }
}
