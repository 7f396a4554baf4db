package dev.claimgate.partner;

import java.time.Duration;

/**
 * When a payer's circuit breaker opens and how it closes again.
 *
 * @param failureRatePercent share of failed calls in the window that opens it, 1 to 100
 * @param window             calls in the sliding window
 * @param callsMin           calls before the rate counts
 * @param open               how long it stays open before it lets probes through
 * @param probes             calls let through while half-open
 */
public record BreakerPolicy(int failureRatePercent, int window, int callsMin, Duration open, int probes) {
}
