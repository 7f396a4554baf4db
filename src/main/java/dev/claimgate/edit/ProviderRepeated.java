package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.Party;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;

/**
 * A rendering provider or service facility is named where it is another than the one above it. Examples that X12 publishes
 * repeat it all the same, so this warns. 2310B, 2310C, 2420A; 277CA A8:562 with the entity.
 */
final class ProviderRepeated extends ClaimEdit {
    private static final List<ClaimStatus> RENDERING = Statuses.of("A8:562:82");
    private static final List<ClaimStatus> FACILITY = Statuses.of("A8:562:77");

    @Override
    public String id() {
        return "provider-repeated";
    }

    @Override
    public String explanation() {
        return "The rendering provider is named only where he is not the billing provider, on a line only where he is not that"
                + " of the claim,"
                + " and the service facility only where it is not the billing provider's address.";
    }

    @Override
    public String source() {
        return "005010X222A1, loops 2310B, 2310C and 2420A against 2010AA and 2310B; published examples repeat them";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(RENDERING, FACILITY);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        Party billing = claim.billingProvider();
        Party rendering = claim.rendering();
        if (repeats(rendering, billing)) {
            findings.claim("2310B", rendering.position(), "NM109", RENDERING, "the rendering provider is the billing provider",
                    "loop 2310B only for another provider");
        }
        Party facility = claim.facility();
        if (facility.present() && sameAddress(facility, billing)) {
            findings.claim("2310C", facility.position(), "N301", FACILITY, "the facility has the billing provider's address",
                    "loop 2310C only for another place");
        }
        Party above = rendering.present() ? rendering : billing;
        for (int i = 0; i < claim.lineCount(); i++) {
            Party own = claim.line(i).rendering();
            if (repeats(own, above)) {
                findings.lineLoop(i, "2420A", own.position(), "NM109", RENDERING, "the line repeats the claim's provider",
                        "loop 2420A only for another provider");
            }
        }
    }

    /** The same NPI and name, and no taxonomy code that makes a difference. */
    private static boolean repeats(Party party, Party above) {
        return party.present() && !party.id().isEmpty() && party.idQualifier() == above.idQualifier()
                && party.id().contentEquals(above.id()) && !party.lastName().isEmpty()
                && party.lastName().contentEquals(above.lastName())
                && (party.taxonomy().isEmpty() || party.taxonomy().contentEquals(above.taxonomy()));
    }

    private static boolean sameAddress(Party party, Party above) {
        return !party.street().isEmpty() && party.street().contentEquals(above.street())
                && party.postalCode().contentEquals(above.postalCode()) && party.state() == above.state();
    }
}
