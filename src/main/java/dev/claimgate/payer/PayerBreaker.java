package dev.claimgate.payer;

import dev.claimgate.partner.BreakerPolicy;
import dev.claimgate.partner.Payer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * A payer's circuit breaker: closed, every delivery goes through; open, none; half-open, a few probes. A refusal proves
 * that the payer is there and counts as a success.
 */
final class PayerBreaker {
    private final CircuitBreaker breaker;

    PayerBreaker(CircuitBreaker breaker) {
        this.breaker = breaker;
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
        return breaker.tryAcquirePermission();
    }

    /** Gives leave back: there was nothing to call for. */
    void release() {
        breaker.releasePermission();
    }

    /** Makes a call that has leave. The call must end. */
    <T> Future<T> call(Supplier<Future<T>> call) {
        long start = breaker.getCurrentTimestamp();
        Future<T> answer;
        try {
            answer = call.get();
        } catch (RuntimeException e) {
            answer = Future.failedFuture(e);
        }
        return answer.andThen(done -> {
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

    /** CLOSED, OPEN, HALF_OPEN. */
    String state() {
        return breaker.getState().name();
    }
}
