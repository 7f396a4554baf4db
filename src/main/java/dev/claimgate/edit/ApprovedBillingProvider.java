package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.Party;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.PackedText;
import java.util.List;

/**
 * The sender may send for the billing provider (2010AA NM109). Holds only for a partner whose NPIs are named; then a billing
 * provider without an NPI is none of them. 277CA A8:496:85, as CMS has it for the pair of submitter and billing provider.
 */
final class ApprovedBillingProvider extends ClaimEdit {
    private static final long NPI = PackedText.pack("XX");
    private static final List<ClaimStatus> NOT_APPROVED = Statuses.of("A8:496:85");
    private static final String EXPECTED = "one of the billing providers for whom you may send; ask us to add him";

    @Override
    public String id() {
        return "approved-billing-provider";
    }

    @Override
    public String explanation() {
        return "The sender may send for the billing provider, where the contract names those for whom he may.";
    }

    @Override
    public String source() {
        return "the partner's billingNpis; CMS edit X222.087.2010AA.NM109.050";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NOT_APPROVED);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        if (context.billingNpis().isEmpty()) {
            return;
        }
        Party provider = claim.billingProvider();
        boolean named = provider.idQualifier() == NPI && context.billingNpis().contains(provider.id().toString());
        if (!named) {
            findings.claim("2010AA", provider.position(), "NM109", NOT_APPROVED,
                    provider.id() + " is not a billing provider you may send for", EXPECTED);
        }
    }
}
