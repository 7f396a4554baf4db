package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Of procedures that are paid in part beside a higher one, the highest stands first. Most payers rank them themselves; one that
 * goes by the order of lines pays less. One finding a day. 2400 SV101; 277CA A8:454.
 */
final class LineOrder extends ClaimEdit {
    private static final List<ClaimStatus> LOWER_FIRST = Statuses.of("A8:454");

    @Override
    public String id() {
        return "line-order";
    }

    @Override
    public String explanation() {
        return "Procedures of one day and provider that are subject to multiple-procedure reduction stand in the order of their"
                + " relative values in the setting, the largest first.";
    }

    @Override
    public String source() {
        return "CMS physician fee schedule, total relative values by setting and multiple-procedure indicator 2 or 3;"
                + " CMS claims processing manual, chapter 12, 40.6";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(LOWER_FIRST);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.SEVERAL_LINES);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        int told = 0;
        for (int i = 1; i < claim.lineCount(); i++) {
            int before = ReducedLines.contains(i, context) ? ReducedLines.before(claim, i, context) : -1;
            if (before >= 0 && claim.line(i).dateFrom() != told && isHigher(claim, i, before, context)
                    && !NcciPairs.denied(claim, i, before, context)) {
                told = claim.line(i).dateFrom();
                report(claim, i, before, context, findings);
            }
        }
    }

    private static boolean isHigher(Claim claim, int i, int before, EditContext context) {
        int lower = ReducedLines.value(claim, before, context);
        return lower > 0 && ReducedLines.value(claim, i, context) > lower;
    }

    private static void report(Claim claim, int i, int before, EditContext context, ClaimFindings findings) {
        ServiceLine line = claim.line(i);
        findings.line(i, line.servicePosition(), "SV101", LOWER_FIRST,
                text(claim, i, context) + " stands behind " + text(claim, before, context) + " of line " + (before + 1),
                "the procedure with the larger relative value first");
        findings.cite(context.tables().citations().relativeValue(context.code(i), line.dateFrom(),
                ReducedLines.setting(claim, i, context)));
        findings.suggest("send these lines in the order " + order(claim, i, context),
                "the highest procedure of a day is paid in full, the others in part: some payers go by the order of lines",
                "nothing else than now: the order says nothing about the services");
    }

    private static String text(Claim claim, int i, EditContext context) {
        return Shown.code(claim.line(i).procedure()) + " (" + Shown.money(ReducedLines.value(claim, i, context)) + ")";
    }

    private static String order(Claim claim, int i, EditContext context) {
        return IntStream.range(0, claim.lineCount())
                .filter(j -> ReducedLines.contains(j, context) && ReducedLines.together(claim, i, j)).boxed()
                .sorted((a, b) -> ReducedLines.value(claim, b, context) - ReducedLines.value(claim, a, context))
                .map(j -> String.valueOf(j + 1)).collect(Collectors.joining(", "));
    }
}
