package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;

/**
 * A dermatology procedure stands beside a diagnosis of its family. What the chart says decides, so this warns. 2400
 * SV107 and 2300 HI; 277CA A8:488.
 */
final class DiagnosisFamily extends ClaimEdit {
    private static final List<ClaimStatus> MISFIT = Statuses.of("A8:488");
    private static final DermatologyRow[] NEEDS = DermatologyRow.of("needs");
    private static final DermatologyRow[] NEVER = DermatologyRow.of("never");

    @Override
    public String id() {
        return "diagnosis-family";
    }

    @Override
    public String explanation() {
        return "A dermatology procedure points to a diagnosis that it treats: destruction of premalignant lesions to L57.0,"
                + " malignant excision to a malignancy, benign excision to none.";
    }

    @Override
    public String source() {
        return "dermatology.csv, from CPT sections and ICD-10-CM chapters; 005010X222A1, 2400 SV107";
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
            if (Lines.billsHcpcs(line) && line.pointerCount() > 0) {
                checkLine(claim, line, i, findings);
            }
        }
    }

    private static void checkLine(Claim claim, ServiceLine line, int index, ClaimFindings findings) {
        DermatologyRow needs = DermatologyRow.find(NEEDS, line.procedure());
        if (needs != null && needs.diagnosisOf(claim, line) == 0 && pointsSomewhere(claim, line)) {
            findings.line(index, line.servicePosition(), "SV107", MISFIT,
                    Shown.code(line.procedure()) + " points to no diagnosis of its family",
                    "a diagnosis that begins with one of " + needs.text());
        }
        DermatologyRow never = DermatologyRow.find(NEVER, line.procedure());
        long malignant = never == null ? 0 : never.diagnosisOf(claim, line);
        if (malignant != 0) {
            findings.line(index, line.servicePosition(), "SV107", MISFIT,
                    Shown.code(line.procedure()) + " points to " + Shown.code(malignant),
                    "a diagnosis that begins with none of " + never.text() + ", or the procedure for it");
        }
    }

    /** A pointer that leads nowhere is the matter of {@link DiagnosisPointers}. */
    private static boolean pointsSomewhere(Claim claim, ServiceLine line) {
        for (int p = 0; p < line.pointerCount(); p++) {
            if (DermatologyRow.diagnosis(claim, line, p) == 0) {
                return false;
            }
        }
        return true;
    }
}
