package dev.claimgate.console;

import dev.claimgate.partner.ApiKeys;
import dev.claimgate.partner.Partner;
import dev.claimgate.partner.Partners;
import dev.claimgate.web.Callers;
import dev.claimgate.web.Problem;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;

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
        if (partner.isEmpty()) {
            refuse(context, key.isPresent() ? "no trading partner has this key; it may have been revoked"
                    : "missing, must be sent as X-API-Key: KEY or Authorization: Bearer KEY");
        } else if (!showsBoundCertificate(context.request(), partner.get())) {
            refuse(context, "holds only with a client certificate that is bound to the partner");
        } else {
            Callers.identify(context, partner.get(), ApiKeys.id(ApiKeys.hash(key.get())));
            context.next();
        }
    }

    private static Optional<String> key(HttpServerRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(authorization.substring(BEARER.length()).strip());
        }
        return Optional.ofNullable(request.getHeader("X-API-Key")).filter(key -> !key.isBlank());
    }

    private static boolean showsBoundCertificate(HttpServerRequest request, Partner partner) {
        Set<String> bound = partner.access().certificateSha256();
        if (bound.isEmpty()) {
            return true;
        }
        try {
            return request.isSSL() && bound.contains(sha256(request.connection().peerCertificates().get(0)));
        } catch (SSLPeerUnverifiedException none) {
            return false;
        }
    }

    private static String sha256(Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("a certificate of a TLS connection can be encoded and hashed", e);
        }
    }

    private static void refuse(RoutingContext context, String found) {
        context.response().putHeader("WWW-Authenticate", "Bearer realm=\"claimgate\"");
        Problem.of(401, "API key: " + found).send(context.response());
    }
}
