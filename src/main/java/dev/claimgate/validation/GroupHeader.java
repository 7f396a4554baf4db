package dev.claimgate.validation;

/**
 * The GS as received.
 *
 * @param ordinal       1-based number of the group in its interchange
 * @param functionalId  GS01
 * @param sender        GS02
 * @param receiver      GS03
 * @param controlNumber GS06
 * @param version       GS08
 */
public record GroupHeader(int ordinal, String functionalId, String sender, String receiver, String controlNumber,
                          String version) {
}
