package dev.claimgate.webhook;

import dev.claimgate.partner.Partner;
import dev.claimgate.partner.PartnerDirectory;
import dev.claimgate.partner.Partners;
import dev.claimgate.partner.Webhook;
import dev.claimgate.store.WebhookCalls;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the calls that wait, a few at a time and at most two to one partner; what fails is repeated, later each time. */
public final class WebhookVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookVerticle.class);
    private static final int CALLS_PER_PARTNER_MAX = 2;

    private final WebhookCalls calls;
    private final Partners partners;
    private final Optional<Webhook> operators;
    private final WebhookSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, Integer> underWay = new HashMap<>();
    private WebhookCaller caller;
    private HttpClient client;
    private PartnerDirectory told;
    private boolean taking;
    private boolean databaseGone;
    private boolean stopping;

    /** @param operators where alerts go */
    public WebhookVerticle(WebhookCalls calls, Partners partners, Optional<Webhook> operators, WebhookSettings settings,
                           MeterRegistry meters, Clock clock) {
        this.calls = calls;
        this.partners = partners;
        this.operators = operators;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    /** Completes when it is known who wants calls, so that nothing that happens from then on is left out. */
    @Override
    public Future<?> start() {
        client = vertx.createHttpClient();
        caller = new WebhookCaller(vertx, client, calls, settings, clock);
        vertx.setPeriodic(settings.poll().toMillis(), timer -> round());
        return tellWhoWantsCalls();
    }

    /** What is under way is repeated after the next start, when its lease is over. */
    @Override
    public Future<?> stop() {
        stopping = true;
        return client.close();
    }

    private Future<Void> tellWhoWantsCalls() {
        PartnerDirectory current = partners.current();
        if (current == told) {
            return Future.succeededFuture();
        }
        Map<String, Set<String>> events = new HashMap<>();
        current.all().forEach(partner -> partner.webhook().ifPresent(hook -> events.put(partner.id(), hook.events())));
        operators.ifPresent(hook -> events.put(WebhookCalls.OPERATORS, hook.events()));
        return calls.partners(events).onSuccess(done -> told = current);
    }

    private void round() {
        if (taking || stopping || underWay.values().stream().mapToInt(each -> each).sum() >= settings.callsMax()) {
            return;
        }
        taking = true;
        Set<String> busy = underWay.entrySet().stream().filter(each -> each.getValue() >= CALLS_PER_PARTNER_MAX)
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        tellWhoWantsCalls()
                .compose(known -> calls.take(settings.timeout().multipliedBy(3), busy))
                .onComplete(done -> taking = false)
                .onSuccess(this::taken)
                .onFailure(this::notTaken);
    }

    private void taken(Optional<WebhookCalls.Call> call) {
        databaseGone = false;
        call.ifPresent(due -> {
            make(due);
            round();
        });
    }

    private void notTaken(Throwable failure) {
        if (!databaseGone) {
            databaseGone = true;
            LOG.warn("webhooks: no calls can be taken, trying again: {}", failure.getClass().getSimpleName());
        }
    }

    private void make(WebhookCalls.Call call) {
        underWay.merge(call.partnerId(), 1, Integer::sum);
        Optional<Partner> partner = partners.byId(call.partnerId());
        Optional<Webhook> webhook = call.alert().isPresent() ? operators : partner.flatMap(Partner::webhook);
        Set<String> kinds = partner.map(WebhookCaller::kinds).orElse(Set.of());
        Future<Void> settled = webhook.isEmpty()
                ? calls.givenUp(call, "there is no such webhook any more")
                : caller.call(webhook.get(), call, kinds).transform(done -> settle(call, done.cause()));
        settled.onFailure(failure -> LOG.warn("webhook call {}: its outcome cannot be kept, it may be repeated: {}", call.id(),
                        failure.getClass().getSimpleName()))
                .onComplete(done -> {
                    underWay.computeIfPresent(call.partnerId(), (id, number) -> number == 1 ? null : number - 1);
                    round();
                });
    }

    private Future<Void> settle(WebhookCalls.Call call, Throwable failure) {
        if (failure == null) {
            meters.counter("claimgate.webhook.calls", "outcome", "delivered").increment();
            return calls.delivered(call);
        }
        String error = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        if (OffsetDateTime.now(clock).isAfter(call.createdAt().plus(settings.keep()))) {
            meters.counter("claimgate.webhook.calls", "outcome", "given-up").increment();
            LOG.error("webhook call {} of partner {}: given up after {} attempts: {}", call.id(), call.partnerId(),
                    call.attempts(), error);
            return calls.givenUp(call, error);
        }
        meters.counter("claimgate.webhook.calls", "outcome", "failed").increment();
        Duration wait = settings.after(call.attempts(), ThreadLocalRandom.current().nextDouble());
        LOG.warn("webhook call {} of partner {}: attempt {} failed, the next comes in {} s: {}", call.id(), call.partnerId(),
                call.attempts(), wait.toSeconds(), error);
        return calls.failed(call, error, wait);
    }
}
