package dev.claimgate.payer;

import dev.claimgate.partner.Payer;
import dev.claimgate.partner.Secret;
import dev.claimgate.store.AuditTrail;
import dev.claimgate.store.PayerReplies;
import dev.claimgate.web.Credentials;
import dev.claimgate.web.Problem;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes replies that payers bring themselves, {@code POST /v1/payers/{id}/replies}. What is kept goes the way of those that are
 * fetched. Safe for several event loops.
 */
public final class PushedReplies implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(PushedReplies.class);
    /** At the same time from one payer; each holds a message in memory. */
    private static final int PUSHES_MAX = 4;
    private static final Secret NOBODY = new Secret("");
    private final List<Payer> payers;
    private final PayerReplies replies;
    private final AuditTrail audit;
    private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();

    public PushedReplies(List<Payer> payers, PayerReplies replies, AuditTrail audit) {
        this.payers = List.copyOf(payers);
        this.replies = replies;
        this.audit = audit;
    }

    @Override
    public void handle(RoutingContext context) {
        String id = context.pathParam("id");
        Optional<Payer> payer = payers.stream().filter(each -> each.id().equals(id)).findFirst();
        if (!shows(context.request(), payer.flatMap(Payer::pushSecret).orElse(NOBODY))) {
            context.response().putHeader("WWW-Authenticate", "Bearer realm=\"claimgate\"");
            Problem.of(401, "credential: is not that of this payer, must be its pushSecret as X-API-Key: SECRET or"
                    + " Authorization: Bearer SECRET").send(context.response());
            return;
        }
        AtomicInteger open = underWay.computeIfAbsent(id, each -> new AtomicInteger());
        if (open.incrementAndGet() > PUSHES_MAX) {
            open.decrementAndGet();
            context.response().putHeader("Retry-After", "1");
            Problem.of(429, "limits: " + PUSHES_MAX + " replies are under way, send this one again in 1 s")
                    .send(context.response());
            return;
        }
        context.addEndHandler(ended -> open.decrementAndGet());
        PayerHttp.body(context.request()).onComplete(read -> {
            if (read.succeeded()) {
                keep(context, id, read.result());
            } else {
                tooLong(context);
            }
        });
    }

    /** Takes the same time whether there is such a payer or not. */
    private static boolean shows(HttpServerRequest request, Secret secret) {
        byte[] shown = Credentials.of(request).orElse("").getBytes(StandardCharsets.UTF_8);
        boolean same = MessageDigest.isEqual(secret.value().getBytes(StandardCharsets.UTF_8), shown);
        return same && secret != NOBODY;
    }

    private static void tooLong(RoutingContext context) {
        context.response().putHeader("Connection", "close");
        Problem.of(413, "body: is longer than " + PayerHttp.BODY_BYTES_MAX + " bytes, must be sent in several")
                .send(context.response());
    }

    private void keep(RoutingContext context, String payerId, Buffer message) {
        if (message.length() == 0) {
            Problem.of(400, "body: is empty, must hold a reply").send(context.response());
            return;
        }
        replies.keep(payerId, message)
                .compose(isNew -> audit.changed("payer:" + payerId, AuditTrail.Action.PAYER_REPLY_RECEIVED, payerId,
                        new JsonObject().put("byteCount", message.length()).put("new", isNew)).map(isNew))
                .onSuccess(isNew -> answer(context, isNew))
                .onFailure(failure -> {
                    LOG.warn("payer {}: a reply it brought could not be kept: {}", payerId, failure.getClass().getSimpleName());
                    context.response().putHeader("Retry-After", "5");
                    Problem.of(503, "database: does not answer now; send this reply again in a few seconds")
                            .send(context.response());
                });
    }

    private static Future<Void> answer(RoutingContext context, boolean isNew) {
        return context.response().setStatusCode(202).putHeader("Content-Type", "application/json")
                .end(new JsonObject().put("new", isNew).toBuffer());
    }
}
