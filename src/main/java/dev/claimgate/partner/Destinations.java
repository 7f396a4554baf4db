package dev.claimgate.partner;

import dev.claimgate.claim.Claim;
import dev.claimgate.x12.PackedText;

/** Reads out of claims where they go. */
public final class Destinations {
    private Destinations() {
    }

    /** @param usage ISA15 of the interchange that holds the claim */
    public static Destination of(Claim claim, String usage) {
        return new Destination(claim.payer().id().toString(), PackedText.unpack(claim.payer().idQualifier()),
                PackedText.unpack(claim.filingIndicator()), usage);
    }
}
