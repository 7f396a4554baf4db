package dev.claimgate.partner;

/**
 * A party of an interchange: qualifier and id of ISA05/ISA06 or ISA07/ISA08.
 *
 * @param qualifier two characters, such as {@code ZZ}
 * @param id        1 to 15 characters, without the padding
 */
public record InterchangeId(String qualifier, String id) {
}
