package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.Days;
import dev.claimgate.codes.GlobalPeriod;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.PackedText;
import java.util.List;

/** Which of 25 and 57 a visit carries is decided by the global days of the procedures beside it. */
final class VisitModifierKind {
    private static final long SEPARATE_VISIT = PackedText.pack("25");
    private static final long DECISION = PackedText.pack("57");
    private static final long UNRELATED = PackedText.pack("24");

    private VisitModifierKind() {
    }

    /** A visit that carries one of them where only the other one would be right; {@code i} is its line, from 0. */
    static void check(Claim claim, int i, EditContext context, List<ClaimStatus> statuses, ClaimFindings findings) {
        ServiceLine visit = claim.line(i);
        boolean decision = visit.hasModifier(DECISION);
        if (decision == visit.hasModifier(SEPARATE_VISIT) || visit.hasModifier(UNRELATED)) {
            return;
        }
        int minor = beside(claim, i, false, context);
        int major = beside(claim, i, true, context);
        int wrong = decision && major < 0 ? minor : !decision && minor < 0 ? major : -1;
        if (wrong >= 0) {
            GlobalPeriod global = context.procedure(wrong).indicators().global();
            ServiceLine other = claim.line(wrong);
            findings.line(i, visit.servicePosition(), "SV101-3", statuses, Shown.code(visit.procedure()) + " carries "
                            + (decision ? "57" : "25") + " beside " + Shown.code(other.procedure()) + " of line " + (wrong + 1),
                    decision ? "25: 57 is for the decision for major surgery" : "57 for the decision for major surgery");
            findings.cite(context.tables().citations().procedure(context.code(wrong), other.dateFrom(),
                    "global " + global.code()));
            PairSuggestions.visit(i, other.procedure(), global, findings);
        }
    }

    /** The first line with a procedure of the same provider beside the visit, major (090) or minor (000, 010); -1 if none. */
    private static int beside(Claim claim, int i, boolean major, EditContext context) {
        ServiceLine visit = claim.line(i);
        for (int j = 0; j < claim.lineCount(); j++) {
            ServiceLine other = claim.line(j);
            GlobalPeriod global = context.procedure(j).indicators().global();
            boolean wanted = major ? global == GlobalPeriod.DAYS_90
                    : global == GlobalPeriod.DAYS_0 || global == GlobalPeriod.DAYS_10;
            if (j != i && wanted && context.billsKnownCode(j) && Lines.shareProvider(claim, visit, other)
                    && (Lines.shareDay(visit, other) || beforeMajor(visit, j, claim, context))) {
                return j;
            }
        }
        return -1;
    }

    /** Whether line {@code j} is major surgery on the day after the visit. */
    static boolean beforeMajor(ServiceLine visit, int j, Claim claim, EditContext context) {
        int day = claim.line(j).dateFrom();
        return day > visit.dateTo() && context.procedure(j).indicators().global() == GlobalPeriod.DAYS_90
                && Days.valid(day) && Days.valid(visit.dateTo()) && Days.count(visit.dateTo(), day) == 2;
    }
}
