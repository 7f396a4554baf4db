package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.x12.PackedText;
import java.util.stream.Stream;

/**
 * One row of {@code dermatology.csv}: a range of procedures and what it says of their diagnoses.
 *
 * @param first  procedure, packed
 * @param last   procedure, packed
 * @param values beginnings of diagnosis codes, packed
 * @param text   the same for people
 * @param series ranges that differ in the site only; empty if it has none
 */
record DermatologyRow(long first, long last, long[] values, String text, String series) {
    private static final String FILE = "dermatology.csv";

    static DermatologyRow[] of(String rule) {
        return CodingData.rows(FILE).stream().filter(row -> row[0].equals(rule)).map(DermatologyRow::read)
                .toArray(DermatologyRow[]::new);
    }

    private static DermatologyRow read(String[] row) {
        return new DermatologyRow(PackedText.pack(row[1]), PackedText.pack(row[2]),
                Stream.of(row[3].split(" ")).mapToLong(PackedText::pack).toArray(), row[3].replace(" ", ", "),
                row.length > 4 ? row[4] : "");
    }

    /** The row that holds the procedure, or {@code null}. */
    static DermatologyRow find(DermatologyRow[] rows, long procedure) {
        for (DermatologyRow row : rows) {
            if (procedure >= row.first && procedure <= row.last && EvaluationCodes.isCpt(procedure)) {
                return row;
            }
        }
        return null;
    }

    /** The first diagnosis of the line that begins with a value, 0 if none does. */
    long diagnosisOf(Claim claim, ServiceLine line) {
        for (int p = 0; p < line.pointerCount(); p++) {
            long diagnosis = diagnosis(claim, line, p);
            if (holds(diagnosis)) {
                return diagnosis;
            }
        }
        return 0;
    }

    /** Whether the line points to nothing that does not begin with a value. */
    boolean allOf(Claim claim, ServiceLine line) {
        for (int p = 0; p < line.pointerCount(); p++) {
            if (!holds(diagnosis(claim, line, p))) {
                return false;
            }
        }
        return line.pointerCount() > 0;
    }

    private boolean holds(long diagnosis) {
        for (long value : values) {
            if (begins(diagnosis, value)) {
                return true;
            }
        }
        return false;
    }

    boolean holdsValue(long wanted) {
        for (long value : values) {
            if (value == wanted) {
                return true;
            }
        }
        return false;
    }

    /** The diagnosis behind a pointer, 0 if it points nowhere. */
    static long diagnosis(Claim claim, ServiceLine line, int pointer) {
        int number = line.pointer(pointer);
        return number >= 1 && number <= claim.diagnosisCount() ? claim.diagnosis(number - 1) : 0;
    }

    /** Whether a code begins with another one. */
    static boolean begins(long code, long beginning) {
        int more = PackedText.length(code) - PackedText.length(beginning);
        return code > 0 && more >= 0 && code >>> 8 * more == beginning;
    }
}
