package dev.claimgate.partner;

import java.time.Duration;

/**
 * How much goes to a payer, and how fast.
 *
 * @param claimsPerInterchangeMax most claims in one interchange
 * @param claimsPerSetMax         most claims in one transaction set of it
 * @param probeClaimsMax          most claims in an interchange made to probe a payer that was down
 * @param timeout                 a call takes no longer
 * @param callsMax                calls under way at once (bulkhead)
 * @param rateCalls               calls in each period (rate limiter)
 * @param ratePeriod              that period
 */
public record PayerLimits(int claimsPerInterchangeMax, int claimsPerSetMax, int probeClaimsMax, Duration timeout,
                          int callsMax, int rateCalls, Duration ratePeriod) {
    /** One set in each interchange; practically no limit of rate. */
    public static PayerLimits of(int claimsPerInterchangeMax, Duration timeout) {
        return new PayerLimits(claimsPerInterchangeMax, claimsPerInterchangeMax, 1, timeout, 4, 1_000_000,
                Duration.ofSeconds(1));
    }
}
