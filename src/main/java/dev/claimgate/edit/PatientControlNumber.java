package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;

/**
 * Answers find their claim by its patient control number, so each claim of a file should have its own. The guide
 * advises it and many practices send an account number instead, so this warns. 2300 CLM01; 277CA A7:478.
 */
final class PatientControlNumber extends ClaimEdit {
    private static final List<ClaimStatus> REPEATED = Statuses.of("A7:478");

    @Override
    public String id() {
        return "patient-control-number";
    }

    @Override
    public String explanation() {
        return "No two claims of a transaction set should have the same patient control number.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2300 CLM01, advice; looked for among the first 65,536 claims of a transaction "
                + "set";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(REPEATED);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        if (claim.numberRepeated()) {
            findings.claim("2300", claim.position(), "CLM01", REPEATED,
                    "an earlier claim of the transaction set has the same patient control number",
                    "a number of its own for each claim");
        }
    }
}
