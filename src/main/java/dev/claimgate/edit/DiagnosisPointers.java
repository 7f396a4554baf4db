package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;

/** A line points to diagnoses of its claim, to each once. 2400 SV107; 277CA A7:477. */
final class DiagnosisPointers extends ClaimEdit {
    private static final List<ClaimStatus> WRONG_POINTER = Statuses.of("A7:477");

    @Override
    public String id() {
        return "diagnosis-pointers";
    }

    @Override
    public String explanation() {
        return "Each service line points to one to four diagnoses that the claim carries, to none twice.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2400 SV107 and 2300 HI";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(WRONG_POINTER);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        if (claim.diagnosisCount() == 0) {
            return;
        }
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (line.servicePosition() != 0) {
                checkLine(claim, line, i, findings);
            }
        }
    }

    private static void checkLine(Claim claim, ServiceLine line, int index, ClaimFindings findings) {
        if (line.pointerCount() == 0) {
            report(line, index, 0, "the line points to no diagnosis", expected(claim), findings);
        }
        for (int p = 0; p < line.pointerCount(); p++) {
            int pointer = line.pointer(p);
            if (pointer < 1 || pointer > claim.diagnosisCount()) {
                report(line, index, p, pointer < 0 ? "the pointer is no number" : "the pointer is " + pointer,
                        expected(claim), findings);
            } else if (repeats(line, p)) {
                report(line, index, p, "the line points to diagnosis " + pointer + " twice", "each diagnosis once",
                        findings);
            }
        }
    }

    private static boolean repeats(ServiceLine line, int p) {
        for (int earlier = 0; earlier < p; earlier++) {
            if (line.pointer(earlier) == line.pointer(p)) {
                return true;
            }
        }
        return false;
    }

    private static void report(ServiceLine line, int index, int p, String found, String expected, ClaimFindings findings) {
        findings.line(index, line.servicePosition(), "SV107-" + (p + 1), WRONG_POINTER, found, expected);
    }

    private static String expected(Claim claim) {
        int count = claim.diagnosisCount();
        return count == 1 ? "1, the only diagnosis of the claim" : "a number from 1 to " + count + ", the claim's diagnoses";
    }
}
