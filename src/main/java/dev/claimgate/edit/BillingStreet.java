package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.Party;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;

/**
 * The billing provider resides at a street; a box goes into the pay-to address (2010AB). 2010AA N301; 277CA A7:503:85.
 */
final class BillingStreet extends ClaimEdit {
    private static final List<ClaimStatus> BOX = Statuses.of("A7:503:85");

    @Override
    public String id() {
        return "billing-street";
    }

    @Override
    public String explanation() {
        return "The billing provider's address is a street, not a post office box or lock box.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2010AA N301";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(BOX);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        Party provider = claim.billingProvider();
        if (BoxAddress.is(provider.street())) {
            findings.claim("2010AA", provider.streetPosition(), "N301", BOX,
                    "the billing provider's address is a box", "a street; the box belongs into the pay-to address, 2010AB");
        }
    }
}
