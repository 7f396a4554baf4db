package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;

/**
 * Uncertain behavior is what a pathologist finds, not a diagnosis for a lesion that has yet to be looked at: a biopsy without
 * pathology on the claim points to it by mistake more often than not. 2400 SV107; 277CA A8:488.
 */
final class UnconfirmedDiagnosis extends ClaimEdit {
    private static final List<ClaimStatus> UNCONFIRMED = Statuses.of("A8:488");
    private static final DermatologyRow[] ROWS = DermatologyRow.of("unconfirmed");
    private static final DermatologyRow PATHOLOGY = DermatologyRow.of("pathology")[0];

    @Override
    public String id() {
        return "unconfirmed-diagnosis";
    }

    @Override
    public String explanation() {
        return "A biopsy points to a neoplasm of uncertain behavior (D48.5) only where pathology has found that: while the report"
                + " is awaited, D49.2 is right.";
    }

    @Override
    public String source() {
        return "dermatology.csv, from the notes to ICD-10-CM D37-D48 and D49; 005010X222A1, 2400 SV107";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(UNCONFIRMED);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            DermatologyRow row = Lines.billsHcpcs(line) ? DermatologyRow.find(ROWS, line.procedure()) : null;
            long diagnosis = row == null ? 0 : row.diagnosisOf(claim, line);
            if (diagnosis != 0 && !hasPathology(claim)) {
                findings.line(i, line.servicePosition(), "SV107", UNCONFIRMED,
                        Shown.code(line.procedure()) + " points to " + Shown.code(diagnosis)
                                + ", which is known after pathology only",
                        "D492 while the report is awaited");
                findings.suggest("send D492 in place of " + Shown.code(diagnosis),
                        "it is the diagnosis of a lesion whose nature is not known yet", "no pathology report is there yet");
            }
        }
    }

    private static boolean hasPathology(Claim claim) {
        for (int i = 0; i < claim.lineCount(); i++) {
            long procedure = claim.line(i).procedure();
            if (procedure >= PATHOLOGY.first() && procedure <= PATHOLOGY.last() && EvaluationCodes.isCpt(procedure)) {
                return true;
            }
        }
        return false;
    }
}
