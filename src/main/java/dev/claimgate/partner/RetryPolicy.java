package dev.claimgate.partner;

import java.time.Duration;

/**
 * How a failed delivery is repeated: after {@code first}, then each time {@code factor} times as long, up to {@code max},
 * give or take {@code jitterPercent}. A delivery is never given up; it waits.
 */
public record RetryPolicy(Duration first, double factor, Duration max, int jitterPercent) {
}
