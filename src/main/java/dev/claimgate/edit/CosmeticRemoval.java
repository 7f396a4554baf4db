package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.PackedText;
import java.util.List;
import java.util.stream.Stream;

/**
 * For payers that hold the removal of keratoses and skin tags for cosmetic: another diagnosis tells why it was needed, or a
 * modifier that payment is not expected. Off unless a payer's profile says otherwise. 2400 SV107; 277CA A8:488.
 */
final class CosmeticRemoval extends ClaimEdit {
    private static final List<ClaimStatus> COSMETIC = Statuses.of("A8:488");
    private static final DermatologyRow[] ROWS = DermatologyRow.of("cosmetic");
    private static final long[] TELLING = Stream.of("GA", "GX", "GY", "GZ").mapToLong(PackedText::pack).toArray();

    @Override
    public String id() {
        return "cosmetic-removal";
    }

    @Override
    public String explanation() {
        return "The removal of seborrheic keratoses or skin tags points to a further diagnosis that tells why it was needed, or"
                + " carries GA, GX, GY or GZ.";
    }

    @Override
    public String source() {
        return "dermatology.csv, from the local coverage of benign skin lesion removal by Medicare contractors; for payers that"
                + " follow it";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(COSMETIC);
    }

    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            DermatologyRow row = Lines.billsHcpcs(line) ? DermatologyRow.find(ROWS, line.procedure()) : null;
            if (row != null && row.allOf(claim, line) && !GlobalPeriods.hasAny(line, TELLING)) {
                report(line, i, DermatologyRow.diagnosis(claim, line, 0), findings);
            }
        }
    }

    private static void report(ServiceLine line, int i, long diagnosis, ClaimFindings findings) {
        findings.line(i, line.servicePosition(), "SV107", COSMETIC,
                Shown.code(line.procedure()) + " points to nothing but " + Shown.code(diagnosis),
                "a diagnosis that tells why the removal was needed, or a modifier that payment is not expected");
        findings.suggest(i, "point to the diagnosis of the symptom as well, such as inflammation, bleeding or itching",
                "the removal is covered for a reason that the record gives", "the symptom, and that it was the reason");
        findings.suggest(i, "add GA, or GY where the payer excludes it", "either says that payment is not expected",
                "for GA, the notice that the patient signed");
    }
}
