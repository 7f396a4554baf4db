package dev.claimgate.payer;

import dev.claimgate.partner.BreakerPolicy;
import dev.claimgate.partner.Payer;
import dev.claimgate.partner.PayerLimits;
import dev.claimgate.store.PayerStatus;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What stands before deliveries to a payer: a bulkhead (calls at once), a rate limiter, and a circuit breaker: closed,
 * every delivery goes through; open, none; half-open, a few probes. A refusal proves that the payer is there and counts as
 * a success.
 */
final class PayerBreaker {
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final RateLimiter rate;

    PayerBreaker(CircuitBreaker breaker, Bulkhead bulkhead, RateLimiter rate) {
        this.breaker = breaker;
        this.bulkhead = bulkhead;
        this.rate = rate;
    }

    static BulkheadConfig bulkhead(Payer payer) {
        return BulkheadConfig.custom().maxConcurrentCalls(payer.limits().callsMax()).maxWaitDuration(Duration.ZERO)
                .writableStackTraceEnabled(false).build();
    }

    static RateLimiterConfig rate(Payer payer) {
        return RateLimiterConfig.custom().limitForPeriod(payer.limits().rateCalls())
                .limitRefreshPeriod(payer.limits().ratePeriod()).timeoutDuration(Duration.ZERO)
                .writableStackTraceEnabled(false).build();
    }

    static CircuitBreakerConfig config(Payer payer) {
        BreakerPolicy policy = payer.breaker();
        return CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(policy.window())
                .minimumNumberOfCalls(policy.callsMin())
                .failureRateThreshold(policy.failureRatePercent())
                .waitDurationInOpenState(policy.open())
                .permittedNumberOfCallsInHalfOpenState(policy.probes())
                .writableStackTraceEnabled(false)
                .build();
    }

    /** Asks leave for one call; true must be followed by {@link #call} or {@link #release}. */
    boolean acquire() {
        if (rate.getMetrics().getAvailablePermissions() < 1 || !bulkhead.tryAcquirePermission()) {
            return false;
        }
        if (breaker.tryAcquirePermission()) {
            return true;
        }
        bulkhead.releasePermission();
        return false;
    }

    /** Gives leave back: there was nothing to call for. */
    void release() {
        breaker.releasePermission();
        bulkhead.releasePermission();
    }

    /** Makes a call that has leave. The call must end. */
    <T> Future<T> call(Supplier<Future<T>> call) {
        rate.acquirePermission();
        long start = breaker.getCurrentTimestamp();
        Future<T> answer;
        try {
            answer = call.get();
        } catch (RuntimeException e) {
            answer = Future.failedFuture(e);
        }
        return answer.andThen(done -> {
            bulkhead.onComplete();
            long spent = breaker.getCurrentTimestamp() - start;
            if (done.succeeded() || done.cause() instanceof PayerRefusedException) {
                breaker.onSuccess(spent, breaker.getTimestampUnit());
            } else {
                breaker.onError(spent, breaker.getTimestampUnit(), done.cause());
            }
        });
    }

    boolean open() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    boolean halfOpen() {
        return breaker.getState() == CircuitBreaker.State.HALF_OPEN;
    }

    /** Bulkhead and rate limiter as they are now. */
    PayerStatus.Traffic traffic(PayerLimits limits) {
        int free = bulkhead.getMetrics().getAvailableConcurrentCalls();
        return new PayerStatus.Traffic(limits.callsMax(), limits.callsMax() - free, limits.rateCalls(), limits.ratePeriod(),
                Math.max(0, rate.getMetrics().getAvailablePermissions()));
    }

    /** CLOSED, OPEN, HALF_OPEN. */
    String state() {
        return breaker.getState().name();
    }
}
