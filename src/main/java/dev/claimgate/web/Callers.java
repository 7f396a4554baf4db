package dev.claimgate.web;

import dev.claimgate.partner.Partner;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Who calls: put there by the key check before any handler of the API runs. */
public final class Callers {
    private static final String PARTNER = "partner";
    private static final String OPERATOR = "operator";
    private static final String CREDENTIAL = "credential";

    private Callers() {
    }

    /** @param credential what he showed, as it may be written down: the id of his key */
    public static void identify(RoutingContext context, Partner partner, String credential) {
        context.put(PARTNER, partner);
        context.put(CREDENTIAL, credential);
    }

    /** @param operatorId who runs the gateway */
    public static void identifyOperator(RoutingContext context, String operatorId) {
        context.put(OPERATOR, operatorId);
    }

    /** The operator who calls; empty if it is a partner. */
    public static Optional<String> operator(RoutingContext context) {
        return Optional.ofNullable(context.get(OPERATOR));
    }

    /** @throws IllegalStateException on a route without the key check */
    public static Partner of(RoutingContext context) {
        Partner partner = context.get(PARTNER);
        if (partner == null) {
            throw new IllegalStateException("a route of the API is served without the key check");
        }
        return partner;
    }

    /** The id of the key the caller showed. */
    public static String credential(RoutingContext context) {
        return context.get(CREDENTIAL, "");
    }
}
