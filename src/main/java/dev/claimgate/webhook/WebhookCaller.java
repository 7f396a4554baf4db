package dev.claimgate.webhook;

import dev.claimgate.partner.DeliveryWay;
import dev.claimgate.partner.Partner;
import dev.claimgate.partner.Webhook;
import dev.claimgate.store.WebhookCalls;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Makes one call: ids, counts and links, signed. Any answer 2xx takes it. Follows no redirection. */
final class WebhookCaller {
    private static final List<String> COUNTS = List.of("received", "accepted", "rejected", "rejectedWithSet");

    private final Vertx vertx;
    private final HttpClient client;
    private final WebhookCalls calls;
    private final WebhookSettings settings;
    private final Clock clock;

    WebhookCaller(Vertx vertx, HttpClient client, WebhookCalls calls, WebhookSettings settings, Clock clock) {
        this.vertx = vertx;
        this.client = client;
        this.calls = calls;
        this.settings = settings;
        this.clock = clock;
    }

    static Set<String> kinds(Partner partner) {
        return partner.acknowledgements().of(DeliveryWay.WEBHOOK);
    }

    Future<Void> call(Webhook webhook, WebhookCalls.Call call, Set<String> kinds) {
        Future<Buffer> told = call.alert().isPresent() ? Future.succeededFuture(alert(call, call.alert().get()))
                : calls.facts(call, kinds).map(facts -> body(call, facts));
        return told
                .compose(body -> vertx.executeBlocking(() -> signature(webhook, body), false)
                        .compose(signature -> post(webhook, body, signature)))
                .timeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Buffer alert(WebhookCalls.Call call, JsonObject alert) {
        return head(call).mergeIn(alert).put("links", new JsonObject().put("alerts", "/v1/alerts")).toBuffer();
    }

    private static JsonObject head(WebhookCalls.Call call) {
        return new JsonObject().put("id", call.id().toString()).put("event", call.event())
                .put("at", call.createdAt().toInstant().toString());
    }

    /** No charge, no control number of a patient, no name. */
    private static Buffer body(WebhookCalls.Call call, JsonObject facts) {
        JsonObject claims = new JsonObject();
        JsonObject counted = facts.getJsonObject("claims");
        if (counted != null) {
            COUNTS.forEach(count -> claims.put(count, counted.getValue(count)));
        }
        String id = call.submission().orElseThrow().toString();
        String link = "/v1/interchanges/" + id;
        return head(call).put("interchangeId", id)
                .put("state", facts.getString("state")).put("claims", claims)
                .put("claimStates", facts.getJsonObject("claimStates", new JsonObject()))
                .put("acknowledgements", facts.getJsonArray("acknowledgements"))
                .put("links", new JsonObject().put("interchange", link).put("acknowledgements", link + "/acknowledgements"))
                .toBuffer();
    }

    private String signature(Webhook webhook, Buffer body) throws IOException {
        byte[] secret = webhook.secret().read(System.getenv()).orElse(new byte[0]);
        if (secret.length < Signature.SECRET_BYTES_MIN) {
            throw new IOException("the secret of the webhook is missing or short, " + webhook.secret().text()
                    + " must hold at least " + Signature.SECRET_BYTES_MIN + " characters");
        }
        return Signature.of(secret, clock.instant(), body.getBytes());
    }

    private Future<Void> post(Webhook webhook, Buffer body, String signature) {
        RequestOptions target = new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(webhook.url().toString());
        Promise<HttpClientRequest> opened = Promise.promise();
        return client.request(target)
                .compose(request -> {
                    opened.complete(request);
                    return request.putHeader("Content-Type", "application/json").putHeader(Signature.HEADER, signature)
                            .send(body);
                })
                .compose(response -> {
                    // It is told by the future as well.
                    response.exceptionHandler(failure -> { });
                    return response.end().compose(read -> response.statusCode() / 100 == 2 ? Future.<Void>succeededFuture()
                            : Future.failedFuture(new IOException("the webhook answered " + response.statusCode()
                                    + ", must be 2xx")));
                })
                .timeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(failure -> opened.future().onSuccess(HttpClientRequest::reset));
    }
}
