package dev.claimgate.reply;

/**
 * What a 277CA says about all claims of a billing provider that it does not name one by one (loop 2200C).
 *
 * @param providerId 2100C NM109
 * @param verdict    its STC segments
 */
public record ProviderAnswer(String providerId, ClaimVerdict verdict) {
}
