package dev.claimgate.ack;

import dev.claimgate.finding.ClaimStatus;

/** Who speaks in the 277CA (loop 2100A, NM101), and with which status it accepts. */
public enum InformationSource {
    /**
     * Takes claims and passes them on: it has received them, no more. In 2200D the guide does not know AY as an entity; there
     * we are the receiver (40) that the 837 was addressed to.
     */
    CLEARINGHOUSE("AY", "A1:19:AY", "A1:19:40"),
    /** Takes claims into its adjudication system. */
    PAYER("PR", "A1:19:PR", "A2:20");

    private final String entity;
    private final ClaimStatus receipt;
    private final ClaimStatus acceptance;

    InformationSource(String entity, String receipt, String acceptance) {
        this.entity = entity;
        this.receipt = ClaimStatus.of(receipt);
        this.acceptance = ClaimStatus.of(acceptance);
    }

    /** NM101. */
    String entity() {
        return entity;
    }

    /** Status of a whole transaction set and of a billing provider (2200B, 2200C). */
    public ClaimStatus receipt() {
        return receipt;
    }

    /** Status of an accepted claim (2200D). */
    public ClaimStatus acceptance() {
        return acceptance;
    }
}
