package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.LineProvider;
import dev.claimgate.claim.Party;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.PackedText;
import java.util.List;

/**
 * A ZIP code in the United States is sent with all nine digits for the billing provider and the service facility. Many
 * senders do not know the last four and payers differ, so this warns. 2010AA, 2310C and 2420C N403; 277CA A7:500 with
 * the entity.
 */
final class ZipPlusFour extends ClaimEdit {
    private static final List<ClaimStatus> BILLING = Statuses.of("A7:500:85");
    private static final List<ClaimStatus> FACILITY = Statuses.of("A7:500:77");
    private static final long UNITED_STATES = PackedText.pack("US");
    private static final int DIGITS = 9;
    private static final String EXPECTED = "nine digits without dash";

    @Override
    public String id() {
        return "zip-plus-four";
    }

    @Override
    public String explanation() {
        return "The ZIP codes of the billing provider and of the service facility have nine digits.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2010AA, 2310C and 2420C N403; payers differ in whether they insist";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(BILLING, FACILITY);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        checkParty(claim.billingProvider(), "2010AA", BILLING, findings);
        checkParty(claim.facility(), "2310C", FACILITY, findings);
        for (int i = 0; i < claim.lineCount(); i++) {
            Party facility = claim.line(i).provider(LineProvider.FACILITY);
            if (lacksDigits(facility)) {
                findings.lineLoop(i, "2420C", facility.cityPosition(), "N403", FACILITY, found(facility), EXPECTED);
            }
        }
    }

    private static void checkParty(Party party, String loop, List<ClaimStatus> statuses, ClaimFindings findings) {
        if (lacksDigits(party)) {
            findings.claim(loop, party.cityPosition(), "N403", statuses, found(party), EXPECTED);
        }
    }

    private static boolean lacksDigits(Party party) {
        return !party.postalCode().isEmpty() && (party.country() == 0 || party.country() == UNITED_STATES)
                && !Digits.only(party.postalCode(), DIGITS);
    }

    private static String found(Party party) {
        return "the ZIP code is " + party.postalCode();
    }
}
