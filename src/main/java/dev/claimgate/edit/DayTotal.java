package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.PairRule;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Codes that count all of a day together stand once: repairs of one complexity and site group are billed by the sum of their
 * lengths. Where NCCI says the same of the two lines, that finding is enough. 2400 SV101-2; 277CA A8:732 + A8:454.
 */
final class DayTotal extends ClaimEdit {
    private static final List<ClaimStatus> NOT_SUMMED = Statuses.of("A8:732", "A8:454");
    private static final DermatologyRow[] TOTALS = DermatologyRow.of("total");
    private static final CodeRanges RANGES = new CodeRanges(
            Stream.of(TOTALS).map(row -> new long[] {row.first(), row.last()}).toArray(long[][]::new));

    @Override
    public String id() {
        return "day-total";
    }

    @Override
    public String explanation() {
        return "Codes that count all of a day together stand once: repairs of one complexity and site group by the sum of"
                + " their lengths, laser treatment by the area, destruction and injection by the lesions.";
    }

    @Override
    public String source() {
        return "dermatology.csv, from CPT sections; NCCI policy manual, chapter 3; 005010X222A1, 2400 SV101-2";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NOT_SUMMED);
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
        for (int i = 1; i < claim.lineCount(); i++) {
            int row = context.billsKnownCode(i) ? RANGES.row(claim.line(i).procedure()) : -1;
            if (row >= 0) {
                checkLine(claim, i, row, context, findings);
            }
        }
    }

    private static void checkLine(Claim claim, int i, int row, EditContext context, ClaimFindings findings) {
        ServiceLine line = claim.line(i);
        for (int j = 0; j < i; j++) {
            ServiceLine other = claim.line(j);
            if (context.billsKnownCode(j) && RANGES.row(other.procedure()) == row && other.procedure() != line.procedure()
                    && line.dateFrom() == other.dateFrom() && Lines.shareProvider(claim, line, other)
                    && !pairTells(claim, i, j, context)) {
                findings.line(i, line.servicePosition(), "SV101-2", NOT_SUMMED,
                        Shown.code(line.procedure()) + " stands beside " + Shown.code(other.procedure()) + " of line "
                                + (j + 1),
                        "one code for the sum of the day's " + TOTALS[row].text());
                suggest(i, line.procedure(), findings);
                return;
            }
        }
    }

    /** Whether {@link NcciPairs} reports the two lines. */
    private static boolean pairTells(Claim claim, int i, int j, EditContext context) {
        return tells(claim.line(i), claim.line(j), context, i, j) || tells(claim.line(i), claim.line(j), context, j, i);
    }

    private static boolean tells(ServiceLine line, ServiceLine other, EditContext context, int column1, int column2) {
        PairRule rule = context.tables().pair(context.code(column1), context.code(column2), line.dateFrom());
        return rule != PairRule.NONE && !NcciPairs.lifted(rule, line, other, context.tables());
    }

    /** Whether both codes count the same total. */
    static boolean same(long code, long other) {
        int row = RANGES.row(code);
        return row >= 0 && row == RANGES.row(other);
    }

    /** What to do with two lines of one total; {@code index} is the line of {@code code}, from 0. */
    static void suggest(int index, long code, ClaimFindings findings) {
        String total = TOTALS[RANGES.row(code)].text();
        findings.suggest(index, "add up the " + total + " of both lines and bill the one code for the sum",
                "these codes are told apart by the " + total + " of the whole day",
                "the " + total + " treated on that day, each with its site");
    }
}
