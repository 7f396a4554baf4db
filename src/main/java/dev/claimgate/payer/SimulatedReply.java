package dev.claimgate.payer;

import java.util.Locale;

/** How a simulated payer tells what became of claims. */
public enum SimulatedReply {
    /** In a 277CA. */
    X12,
    /** In the report of {@code edi-specs/dialects/claim-lines}. */
    CLAIM_LINES;

    /** As {@code conf/payers.yaml} names it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
