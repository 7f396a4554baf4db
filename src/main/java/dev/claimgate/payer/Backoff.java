package dev.claimgate.payer;

import dev.claimgate.partner.RetryPolicy;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before the next attempt: longer each time, and never for all at the same moment. */
final class Backoff {
    private final RetryPolicy policy;
    private final DoubleSupplier random;

    /** @param random gives numbers from 0 up to, not including, 1 */
    Backoff(RetryPolicy policy, DoubleSupplier random) {
        this.policy = policy;
        this.random = random;
    }

    /** The wait after failed attempt {@code attempt}, 1 the first. */
    Duration after(int attempt) {
        double grown = policy.first().toMillis() * Math.pow(policy.factor(), attempt - 1.0);
        double bounded = Math.min(grown, policy.max().toMillis());
        double jitter = 1 + policy.jitterPercent() / 100.0 * (2 * random.getAsDouble() - 1);
        return Duration.ofMillis(Math.max(1, Math.round(bounded * jitter)));
    }
}
