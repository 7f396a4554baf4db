package dev.claimgate.partner;

/**
 * What a claim says of where it goes.
 *
 * @param code           loop 2010BB NM109, the payer's id
 * @param qualifier      loop 2010BB NM108: {@code PI} or {@code XV}
 * @param lineOfBusiness loop 2000B SBR09, empty if it was not sent
 * @param usage          ISA15: {@code P} or {@code T}
 */
public record Destination(String code, String qualifier, String lineOfBusiness, String usage) {
}
