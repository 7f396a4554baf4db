package dev.claimgate.validation;

/**
 * The ST as received.
 *
 * @param ordinal       1-based number of the transaction set in its group
 * @param identifier    ST01
 * @param controlNumber ST02
 * @param reference     ST03, may be empty
 */
public record SetHeader(int ordinal, String identifier, String controlNumber, String reference) {
}
