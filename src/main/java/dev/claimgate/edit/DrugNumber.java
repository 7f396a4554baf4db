package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.PackedText;
import java.util.List;

/**
 * A drug that is billed by a J code is named by its national drug code. The guide leaves it to the payer, so this warns.
 * 2410 LIN; 277CA A6:218.
 */
final class DrugNumber extends ClaimEdit {
    private static final List<ClaimStatus> NO_NUMBER = Statuses.of("A6:218");
    private static final int CODE_CHARS = 5;

    @Override
    public String id() {
        return "drug-number";
    }

    @Override
    public String explanation() {
        return "A drug that is billed by a J code is named by its national drug code.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2410 LIN; Medicaid and most commercial payers demand it, Medicare does not";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NO_NUMBER);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (line.procedure() >>> 8 * (CODE_CHARS - 1) == 'J' && line.drugQualifier() == 0 && context.billsKnownCode(i)
                    && PackedText.length(line.procedure()) == CODE_CHARS) {
                findings.line(i, line.servicePosition(), "LIN03", NO_NUMBER,
                        Shown.code(line.procedure()) + " stands without the national drug code",
                        "LIN*N4 with the eleven digits of the package, and the quantity in CTP");
                findings.suggest(i, "send the national drug code of the package that was used",
                        "the code names a drug, the number the product", "product, lot and amount given and discarded");
            }
        }
    }
}
