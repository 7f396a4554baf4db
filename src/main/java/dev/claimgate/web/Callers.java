package dev.claimgate.web;

import dev.claimgate.partner.Partner;
import io.vertx.ext.web.RoutingContext;

/** Who calls: put there by the key check before any handler of the API runs. */
public final class Callers {
    private static final String KEY = "partner";

    private Callers() {
    }

    public static void identify(RoutingContext context, Partner partner) {
        context.put(KEY, partner);
    }

    /** @throws IllegalStateException on a route without the key check */
    public static Partner of(RoutingContext context) {
        Partner partner = context.get(KEY);
        if (partner == null) {
            throw new IllegalStateException("a route of the API is served without the key check");
        }
        return partner;
    }
}
