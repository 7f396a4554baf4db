package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.PackedText;
import java.util.List;
import java.util.stream.Stream;

/**
 * Some procedures say by a modifier what their code leaves open: the digit of a nail, the eyelid, the class findings of routine
 * foot care. Payers differ, so this warns. 2400 SV101-3; 277CA A8:453 + A8:454.
 */
final class ExpectedModifier extends ClaimEdit {
    private static final List<ClaimStatus> MISSING = Statuses.of("A8:453", "A8:454");
    private static final Row[] ROWS = CodingData.rows("modifiers.csv").stream().map(Row::read).toArray(Row[]::new);
    private static final CodeRanges RANGES = new CodeRanges(
            Stream.of(ROWS).map(row -> new long[] {row.first, row.last}).toArray(long[][]::new));

    private record Row(long first, long last, long[] modifiers, String text, boolean medicare, String tells, String record) {
        static Row read(String[] cells) {
            return new Row(PackedText.pack(cells[0]), PackedText.pack(cells[1]),
                    Stream.of(cells[2].split(" ")).mapToLong(PackedText::pack).toArray(), cells[2].replace(" ", ", "),
                    cells[3].equals("medicare"), cells[4], cells[5]);
        }
    }

    @Override
    public String id() {
        return "expected-modifier";
    }

    @Override
    public String explanation() {
        return "A procedure of a nail or eyelid says by a modifier which one; for Medicare routine foot care carries the class"
                + " findings and anesthesia who gave and directed it.";
    }

    @Override
    public String source() {
        return "modifiers.csv, from HCPCS level II modifiers; Medicare benefit policy manual, chapter 15, 290; CMS claims"
                + " processing manual, chapter 12, 50; 005010X222A1, 2400 SV101";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(MISSING);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            int row = context.billsKnownCode(i) ? RANGES.row(claim.line(i).procedure()) : -1;
            if (row >= 0 && !carries(claim.line(i), ROWS[row])
                    && (!ROWS[row].medicare || (Trait.of(claim) & Trait.MEDICARE.bit()) != 0)) {
                report(claim.line(i), i, ROWS[row], findings);
            }
        }
    }

    private static boolean carries(ServiceLine line, Row row) {
        for (long modifier : row.modifiers) {
            if (line.hasModifier(modifier)) {
                return true;
            }
        }
        return false;
    }

    private static void report(ServiceLine line, int index, Row row, ClaimFindings findings) {
        findings.line(index, line.servicePosition(), "SV101-3", MISSING,
                Shown.code(line.procedure()) + " stands without a modifier for " + row.tells, "one of " + row.text);
        if (line.modifierCount() < ServiceLine.MODIFIERS_MAX) {
            findings.suggest(index, "add the one of " + row.text + " that is true", "it tells " + row.tells, row.record);
        }
    }
}
