package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.Party;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.PackedText;
import java.util.List;

/**
 * The billing provider's tax id is nine digits. 2010AA REF*EI, REF*SY; 277CA A7:128:85, for a social security number
 * A7:148:85.
 */
final class TaxIdFormat extends ClaimEdit {
    private static final List<ClaimStatus> TAX_ID = Statuses.of("A7:128:85");
    private static final List<ClaimStatus> SOCIAL_SECURITY = Statuses.of("A7:148:85");
    private static final long SY = PackedText.pack("SY");
    private static final int DIGITS = 9;

    @Override
    public String id() {
        return "tax-id-format";
    }

    @Override
    public String explanation() {
        return "The billing provider's tax id has nine digits and no dash.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2010AA REF02 of REF*EI and REF*SY";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(TAX_ID, SOCIAL_SECURITY);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        Party provider = claim.billingProvider();
        if (!provider.taxId().isEmpty() && !Digits.only(provider.taxId(), DIGITS)) {
            findings.claim("2010AA", provider.taxIdPosition(), "REF02",
                    provider.taxIdQualifier() == SY ? SOCIAL_SECURITY : TAX_ID,
                    "the tax id has " + provider.taxId().length() + " characters, or others than digits",
                    "nine digits without dash");
        }
    }
}
