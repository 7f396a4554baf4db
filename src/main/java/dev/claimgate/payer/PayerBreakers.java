package dev.claimgate.payer;

import dev.claimgate.partner.Payer;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRateLimiterMetrics;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;

/** The breakers, bulkheads and rate limiters of all payers, one of each, named by payer id. Safe for several threads. */
public final class PayerBreakers {
    private final CircuitBreakerRegistry registry = CircuitBreakerRegistry.ofDefaults();
    private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
    private final RateLimiterRegistry rates = RateLimiterRegistry.ofDefaults();

    /** Shows breakers, bulkheads and rate limiters as {@code resilience4j_circuitbreaker_*} and so on. */
    public void bindTo(MeterRegistry meters) {
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
        TaggedRateLimiterMetrics.ofRateLimiterRegistry(rates).bindTo(meters);
    }

    PayerBreaker of(Payer payer) {
        return new PayerBreaker(registry.circuitBreaker(payer.id(), () -> PayerBreaker.config(payer)),
                bulkheads.bulkhead(payer.id(), () -> PayerBreaker.bulkhead(payer)),
                rates.rateLimiter(payer.id(), () -> PayerBreaker.rate(payer)));
    }
}
