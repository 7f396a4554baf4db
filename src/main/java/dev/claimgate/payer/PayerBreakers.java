package dev.claimgate.payer;

import dev.claimgate.partner.Payer;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;

/** The circuit breakers of all payers, one each, named by payer id. Safe for several threads. */
public final class PayerBreakers {
    private final CircuitBreakerRegistry registry = CircuitBreakerRegistry.ofDefaults();

    /** Shows state, calls and failure rate of every breaker as {@code resilience4j_circuitbreaker_*}. */
    public void bindTo(MeterRegistry meters) {
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
    }

    PayerBreaker of(Payer payer) {
        return new PayerBreaker(registry.circuitBreaker(payer.id(), () -> PayerBreaker.config(payer)));
    }
}
