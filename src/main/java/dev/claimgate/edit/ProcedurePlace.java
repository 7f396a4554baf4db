package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.PackedText;
import java.util.List;
import java.util.stream.Stream;

/** A visit is billed with a code for the place where it was. 2400 SV105, 2300 CLM05-1; 277CA A8:249 + A8:454. */
final class ProcedurePlace extends ClaimEdit {
    private static final List<ClaimStatus> WRONG_PLACE = Statuses.of("A8:249", "A8:454");
    private static final Row[] ROWS = CodingData.rows("procedure-places.csv").stream().map(Row::read).toArray(Row[]::new);

    private record Row(long first, long last, long[] places, String meant) {
        static Row read(String[] cells) {
            return new Row(PackedText.pack(cells[0]), PackedText.pack(cells[1]),
                    Stream.of(cells[2].split(" ")).mapToLong(PackedText::pack).toArray(), cells[3]);
        }

        boolean excludes(long place) {
            for (long each : places) {
                if (each == place) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public String id() {
        return "procedure-place";
    }

    @Override
    public String explanation() {
        return "A visit to office, hospital, emergency department, nursing facility or home is billed for such a place of"
                + " service.";
    }

    @Override
    public String source() {
        return "procedure-places.csv, from CPT sections of evaluation and management; CMS claims processing manual, chapter 12,"
                + " 30.6; 005010X222A1, 2400 SV105, 2300 CLM05-1";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(WRONG_PLACE);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            if (EvaluationCodes.contains(claim.line(i).procedure()) && context.billsKnownCode(i)) {
                checkLine(claim, i, findings);
            }
        }
    }

    private static void checkLine(Claim claim, int i, ClaimFindings findings) {
        ServiceLine line = claim.line(i);
        long place = Lines.place(claim, line);
        for (Row row : ROWS) {
            if (line.procedure() < row.first || line.procedure() > row.last) {
                continue;
            }
            if (row.excludes(place)) {
                findings.line(i, line.servicePosition(), "SV101-2", WRONG_PLACE,
                        Shown.code(line.procedure()) + " stands at place " + Shown.code(place), row.meant);
                findings.suggest(i, "send the code of the place, or the place where the visit was",
                        Shown.code(line.procedure()) + " is for visits elsewhere", "where the visit was");
            }
            return;
        }
    }
}
