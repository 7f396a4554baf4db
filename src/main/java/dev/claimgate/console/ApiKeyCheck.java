package dev.claimgate.console;

import dev.claimgate.partner.Partner;
import dev.claimgate.partner.Partners;
import dev.claimgate.web.Callers;
import dev.claimgate.web.Problem;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Lets only trading partners in: {@code X-API-Key: KEY} or {@code Authorization: Bearer KEY}. Never looks at the body. */
final class ApiKeyCheck implements Handler<RoutingContext> {
    private static final String BEARER = "bearer ";

    private final Partners partners;

    ApiKeyCheck(Partners partners) {
        this.partners = partners;
    }

    @Override
    public void handle(RoutingContext context) {
        Optional<String> key = key(context.request());
        Optional<Partner> partner = key.flatMap(partners.current()::byApiKey);
        if (partner.isPresent()) {
            Callers.identify(context, partner.get());
            context.next();
        } else {
            refuse(context, key.isPresent());
        }
    }

    private static Optional<String> key(HttpServerRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(authorization.substring(BEARER.length()).strip());
        }
        return Optional.ofNullable(request.getHeader("X-API-Key")).filter(key -> !key.isBlank());
    }

    private static void refuse(RoutingContext context, boolean wrongKey) {
        context.response().putHeader("WWW-Authenticate", "Bearer realm=\"claimgate\"");
        Problem.of(401, wrongKey
                ? "API key: no trading partner has this key; its SHA-256 must stand in conf/partners.yaml"
                : "API key: missing, must be sent as X-API-Key: KEY or Authorization: Bearer KEY")
                .send(context.response());
    }
}
