package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.Party;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.PackedText;
import java.util.List;
import java.util.stream.Stream;

/**
 * A procedure that is done in one sex or at some ages only stands on the claim of such a patient. KX says that sex and procedure
 * are as meant. 2400 SV101-2; 277CA A8:454.
 */
final class ProcedurePatient extends ClaimEdit {
    private static final List<ClaimStatus> MISFIT = Statuses.of("A8:454");
    private static final Row[] ROWS = CodingData.rows("procedure-patients.csv").stream().map(Row::read).toArray(Row[]::new);
    private static final long FIRST = Stream.of(ROWS).mapToLong(Row::first).min().orElseThrow();
    private static final long AS_MEANT = PackedText.pack("KX");
    private static final int UNKNOWN = -1;
    /** What one year is between two days as numbers. */
    private static final int YEAR = 10_000;

    private record Row(long first, long last, long sex, int youngest, int oldest) {
        static Row read(String[] cells) {
            return new Row(PackedText.pack(cells[0]), PackedText.pack(cells[1]), PackedText.pack(cells[2]),
                    cells[3].isEmpty() ? 0 : Integer.parseInt(cells[3]),
                    cells[4].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(cells[4]));
        }
    }

    @Override
    public String id() {
        return "procedure-patient";
    }

    @Override
    public String explanation() {
        return "A procedure that is done in one sex or at some ages only stands on the claim of such a patient, or carries KX.";
    }

    @Override
    public String source() {
        return "procedure-patients.csv, from CPT sections; CMS claims processing manual, chapter 32, 240 (KX); 005010X222A1,"
                + " DMG02, DMG03 and 2400 SV101-2";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(MISFIT);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (line.procedure() >= FIRST && context.billsKnownCode(i) && EvaluationCodes.isCpt(line.procedure())) {
                checkLine(claim.patient(), line, i, findings);
            }
        }
    }

    private static void checkLine(Party patient, ServiceLine line, int i, ClaimFindings findings) {
        for (Row row : ROWS) {
            if (line.procedure() >= row.first && line.procedure() <= row.last) {
                boolean otherSex = row.sex != 0 && isKnown(patient.sex()) && patient.sex() != row.sex
                        && !line.hasModifier(AS_MEANT);
                int age = age(patient, line);
                if (otherSex || age != UNKNOWN && (age < row.youngest || age > row.oldest)) {
                    findings.line(i, line.servicePosition(), "SV101-2", MISFIT, Shown.code(line.procedure())
                                    + " is not for the patient's " + (otherSex ? "sex" : "age"),
                            "the procedure, the sex and the date of birth as the record has them");
                }
                return;
            }
        }
    }

    private static boolean isKnown(long sex) {
        return sex == 'F' || sex == 'M';
    }

    private static int age(Party patient, ServiceLine line) {
        return patient.birthDate() == 0 || line.dateFrom() < patient.birthDate() ? UNKNOWN
                : (line.dateFrom() - patient.birthDate()) / YEAR;
    }
}
