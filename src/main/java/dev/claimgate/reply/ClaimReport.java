package dev.claimgate.reply;

import java.util.List;
import java.util.Optional;

/**
 * One 277CA transaction set of a payer (005010X214).
 *
 * @param originatorId 2200B TRN02, the BHT03 of what we sent
 * @param set          2200B STC: the verdict on the set as a whole; empty when it was not sent
 * @param providers    verdicts on billing providers
 * @param claims       verdicts on claims
 */
public record ClaimReport(String originatorId, Optional<ClaimVerdict> set, List<ProviderAnswer> providers,
                          List<ClaimAnswer> claims) {

    public ClaimReport {
        providers = List.copyOf(providers);
        claims = List.copyOf(claims);
    }
}
