package dev.claimgate.web;

import dev.claimgate.partner.Partner;
import io.vertx.ext.web.RoutingContext;

/** Who calls: put there by the key check before any handler of the API runs. */
public final class Callers {
    private static final String PARTNER = "partner";
    private static final String CREDENTIAL = "credential";

    private Callers() {
    }

    /** @param credential what he showed, as it may be written down: the id of his key */
    public static void identify(RoutingContext context, Partner partner, String credential) {
        context.put(PARTNER, partner);
        context.put(CREDENTIAL, credential);
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
