package dev.claimgate.web;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** What a caller shows to be let in: {@code Authorization: Bearer KEY}, or {@code X-API-Key: KEY}. */
public final class Credentials {
    private static final String BEARER = "bearer ";

    private Credentials() {
    }

    /** The key; empty if there is none. */
    public static Optional<String> of(HttpServerRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(authorization.substring(BEARER.length()).strip());
        }
        return Optional.ofNullable(request.getHeader("X-API-Key")).filter(key -> !key.isBlank());
    }
}
