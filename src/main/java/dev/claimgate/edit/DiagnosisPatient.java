package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.Party;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.PackedText;
import java.util.List;
import java.util.stream.Stream;

/**
 * A diagnosis fits the sex and age of the patient. Records of sex differ from bodies, so this warns. 2300 HI and 2010BA or
 * 2010CA DMG; 277CA A8:255.
 */
final class DiagnosisPatient extends ClaimEdit {
    private static final List<ClaimStatus> MISFIT = Statuses.of("A8:255");
    private static final Row[] ROWS = CodingData.rows("patients.csv").stream().map(Row::read).toArray(Row[]::new);
    private static final long CHAPTERS =
            Stream.of(ROWS).mapToLong(row -> chapter(row.beginning)).reduce(0, (a, b) -> a | b);
    private static final long FEMALE = PackedText.pack("F");
    private static final long MALE = PackedText.pack("M");
    private static final int UNKNOWN = -1;
    /** What one year is between two days as numbers. */
    private static final int YEAR = 10_000;

    private record Row(long beginning, long sex, int youngest, int oldest) {
        static Row read(String[] row) {
            return new Row(PackedText.pack(row[0]), PackedText.pack(row[1]), row[2].isEmpty() ? 0 : Integer.parseInt(row[2]),
                    row[3].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(row[3]));
        }
    }

    @Override
    public String id() {
        return "diagnosis-patient";
    }

    @Override
    public String explanation() {
        return "A diagnosis that occurs in one sex or at some ages only stands on the claim of such a patient.";
    }

    @Override
    public String source() {
        return "patients.csv, from the ICD-10-CM chapters and the age and sex categories of the Medicare code editor; 2300 HI";
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
        Party patient = claim.patient();
        long sex = patient.sex() == FEMALE || patient.sex() == MALE ? patient.sex() : 0;
        int day = claim.serviceFrom();
        int age = patient.birthDate() == 0 || day < patient.birthDate() ? UNKNOWN : (day - patient.birthDate()) / YEAR;
        for (int i = 0; i < claim.diagnosisCount(); i++) {
            if ((CHAPTERS & chapter(claim.diagnosis(i))) == 0) {
                continue;
            }
            for (Row row : ROWS) {
                if (DermatologyRow.begins(claim.diagnosis(i), row.beginning)) {
                    checkOne(claim, i, row, sex, age, findings);
                }
            }
        }
    }

    /** The first letter of a code as a bit: most diagnoses are of chapters that no row speaks of. */
    private static long chapter(long code) {
        return 1L << (code >>> 8 * (PackedText.length(code) - 1));
    }

    private static void checkOne(Claim claim, int i, Row row, long sex, int age, ClaimFindings findings) {
        boolean otherSex = row.sex != 0 && sex != 0 && sex != row.sex;
        if (otherSex || age != UNKNOWN && (age < row.youngest || age > row.oldest)) {
            findings.claim("2300", claim.diagnosisPosition(), "HI%02d-2".formatted(i + 1), MISFIT,
                    Shown.code(claim.diagnosis(i)) + " does not occur "
                            + (otherSex ? "in the patient's sex" : "at the patient's age"),
                    "the diagnosis, the sex and the date of birth as the record has them");
        }
    }
}
