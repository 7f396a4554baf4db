package dev.claimgate.console;

import dev.claimgate.partner.Partner;
import dev.claimgate.partner.PartnerAccess;
import dev.claimgate.web.Callers;
import dev.claimgate.web.Problem;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds each partner to his own limits, so that one at his limit does not slow down another. Mount it behind the key check. */
final class PartnerLimits implements Handler<RoutingContext> {
    private static final String RETRY_SECONDS = "1";

    private final Map<String, Limits> byPartner = new ConcurrentHashMap<>();
    private final Counter rate;
    private final Counter concurrency;

    PartnerLimits(MeterRegistry meters) {
        this.rate = Counter.builder("claimgate.http.refused").tag("reason", "rate").register(meters);
        this.concurrency = Counter.builder("claimgate.http.refused").tag("reason", "concurrency").register(meters);
    }

    private record Limits(int perSecond, int atOnce, RateLimiter rate, Bulkhead concurrency) {
        static Limits of(PartnerAccess access) {
            return new Limits(access.requestsPerSecond(), access.requestsMax(),
                    RateLimiter.of("partner", RateLimiterConfig.custom().limitForPeriod(access.requestsPerSecond())
                            .limitRefreshPeriod(Duration.ofSeconds(1)).timeoutDuration(Duration.ZERO).build()),
                    Bulkhead.of("partner", BulkheadConfig.custom().maxConcurrentCalls(access.requestsMax())
                            .maxWaitDuration(Duration.ZERO).build()));
        }

        boolean stillOf(PartnerAccess access) {
            return perSecond == access.requestsPerSecond() && atOnce == access.requestsMax();
        }
    }

    @Override
    public void handle(RoutingContext context) {
        if (Callers.operator(context).isPresent()) {
            context.next();
            return;
        }
        Partner partner = Callers.of(context);
        Limits limits = byPartner.compute(partner.id(), (id, held) ->
                held != null && held.stillOf(partner.access()) ? held : Limits.of(partner.access()));
        if (!limits.rate.acquirePermission()) {
            rate.increment();
            refuse(context, "you sent more than " + limits.perSecond + " requests within a second");
        } else if (!limits.concurrency.tryAcquirePermission()) {
            concurrency.increment();
            refuse(context, "you have " + limits.atOnce + " requests under way");
        } else {
            context.addEndHandler(ended -> limits.concurrency.onComplete());
            context.next();
        }
    }

    private static void refuse(RoutingContext context, String found) {
        context.response().putHeader("Retry-After", RETRY_SECONDS);
        Problem.of(429, "limits: " + found + ", send this one again in " + RETRY_SECONDS + " s").send(context.response());
    }
}
