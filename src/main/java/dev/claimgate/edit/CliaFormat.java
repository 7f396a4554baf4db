package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.Reference;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;

/** A CLIA number is two digits, the letter D and seven digits. 2300 and 2400 REF*X4; 277CA A7:544. */
final class CliaFormat extends ClaimEdit {
    private static final List<ClaimStatus> WRONG_NUMBER = Statuses.of("A7:544");
    private static final String EXPECTED = "two digits, the letter D, seven digits";
    private static final int LENGTH = 10;
    private static final int LETTER_AT = 2;

    @Override
    public String id() {
        return "clia-format";
    }

    @Override
    public String explanation() {
        return "A CLIA number has two digits, the letter D and seven digits.";
    }

    @Override
    public String source() {
        return "005010X222A1, REF*X4 of 2300 and 2400; CMS format of the CLIA number";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(WRONG_NUMBER);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        if (wrong(claim.clia())) {
            findings.claim("2300", claim.clia().position(), "REF02", WRONG_NUMBER, found(claim.clia()), EXPECTED);
        }
        for (int i = 0; i < claim.lineCount(); i++) {
            Reference clia = claim.line(i).clia();
            if (wrong(clia)) {
                findings.line(i, clia.position(), "REF02", WRONG_NUMBER, found(clia), EXPECTED);
            }
        }
    }

    private static boolean wrong(Reference clia) {
        if (!clia.present()) {
            return false;
        }
        for (int i = 0; i < clia.number().length(); i++) {
            byte b = clia.number().byteAt(i);
            if (i == LETTER_AT ? b != 'D' : !Digits.is(b)) {
                return true;
            }
        }
        return clia.number().length() != LENGTH;
    }

    private static String found(Reference clia) {
        return "the CLIA number is " + clia.number();
    }
}
