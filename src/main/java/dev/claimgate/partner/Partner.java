package dev.claimgate.partner;

import java.util.List;

/**
 * A trading partner: who may send claim files, as which sender, with which key.
 *
 * @param id            short name of the contract, such as {@code northside-dermatology}
 * @param name          name for people
 * @param senders       the ISA05/ISA06 pairs he may send as; empty allows any
 * @param apiKeySha256  SHA-256 of each valid API key, 64 lower-case hex digits
 * @param profile       how his files are judged
 */
public record Partner(String id, String name, List<InterchangeId> senders, List<String> apiKeySha256,
                      PartnerProfile profile) {

    public Partner {
        senders = List.copyOf(senders);
        apiKeySha256 = List.copyOf(apiKeySha256);
    }

    /** A partner whose files are judged as everyone's. */
    public Partner(String id, String name, List<InterchangeId> senders, List<String> apiKeySha256) {
        this(id, name, senders, apiKeySha256, PartnerProfile.DEFAULT);
    }
}
