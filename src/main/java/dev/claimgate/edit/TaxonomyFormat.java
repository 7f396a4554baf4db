package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.Party;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.Text;
import java.util.List;

/** A provider taxonomy code has ten characters. 2000A, 2310B, 2420A PRV03; 277CA A7:145 with the entity. */
final class TaxonomyFormat extends ClaimEdit {
    private static final List<ClaimStatus> BILLING = Statuses.of("A7:145:85");
    private static final List<ClaimStatus> RENDERING = Statuses.of("A7:145:82");
    private static final String EXPECTED = "a taxonomy code of ten letters and digits";
    private static final int LENGTH = 10;

    @Override
    public String id() {
        return "taxonomy-format";
    }

    @Override
    public String explanation() {
        return "A provider's taxonomy code has ten letters and digits.";
    }

    @Override
    public String source() {
        return "005010X222A1, PRV03 of 2000A, 2310B and 2420A; NUCC provider taxonomy";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(BILLING, RENDERING);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        Party billing = claim.billingProvider();
        if (wrong(billing.taxonomy())) {
            findings.claim("2000A", billing.taxonomyPosition(), "PRV03", BILLING, found(billing), EXPECTED);
        }
        Party rendering = claim.rendering();
        if (wrong(rendering.taxonomy())) {
            findings.claim("2310B", rendering.taxonomyPosition(), "PRV03", RENDERING, found(rendering), EXPECTED);
        }
        for (int i = 0; i < claim.lineCount(); i++) {
            Party party = claim.line(i).rendering();
            if (wrong(party.taxonomy())) {
                findings.lineLoop(i, "2420A", party.taxonomyPosition(), "PRV03", RENDERING, found(party), EXPECTED);
            }
        }
    }

    private static boolean wrong(Text code) {
        return !code.isEmpty() && !tenLettersAndDigits(code);
    }

    private static boolean tenLettersAndDigits(Text code) {
        for (int i = 0; i < code.length(); i++) {
            if (!Digits.is(code.byteAt(i)) && !BoxAddress.isLetter(code.byteAt(i))) {
                return false;
            }
        }
        return code.length() == LENGTH;
    }

    private static String found(Party party) {
        return "the taxonomy code is " + party.taxonomy();
    }
}
