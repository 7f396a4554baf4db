package dev.claimgate.console;

import dev.claimgate.partner.ApiKeys;
import dev.claimgate.partner.Operators;
import dev.claimgate.partner.Operators.Operator;
import dev.claimgate.partner.Partner;
import dev.claimgate.partner.Partners;
import dev.claimgate.web.Callers;
import dev.claimgate.web.Credentials;
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
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Lets trading partners in, and operators where they have something to do: {@code X-API-Key: KEY} or
 * {@code Authorization: Bearer KEY}. Never looks at the body.
 */
final class ApiKeyCheck implements Handler<RoutingContext> {

    private static final Pattern FOR_OPERATORS = Pattern.compile("/v1/(alerts|payers/[^/]+/(hold|release))/?");
    private static final Pattern FOR_BOTH = Pattern.compile("/v1/payers/?");
    private final Partners partners;
    private final Operators operators;

    ApiKeyCheck(Partners partners, Operators operators) {
        this.partners = partners;
        this.operators = operators;
    }

    @Override
    public void handle(RoutingContext context) {
        Optional<String> key = Credentials.of(context.request());
        Optional<Partner> partner = key.flatMap(partners.current()::byApiKey);
        Optional<Operator> operator = key.flatMap(operators::byApiKey);
        String path = context.normalizedPath();
        if (operator.isPresent() && partner.isEmpty()) {
            operator(context, operator.get(), path);
        } else if (partner.isEmpty()) {
            refuse(context, key.isPresent() ? "nobody has this key; it may have been revoked"
                    : "missing, must be sent as X-API-Key: KEY or Authorization: Bearer KEY");
        } else if (!showsBoundCertificate(context.request(), partner.get())) {
            refuse(context, "holds only with a client certificate that is bound to the partner");
        } else if (FOR_OPERATORS.matcher(path).matches()) {
            forbid(context, "is that of a partner, must be that of an operator (operators in conf/gateway.yaml)");
        } else {
            Callers.identify(context, partner.get(), ApiKeys.id(ApiKeys.hash(key.get())));
            context.next();
        }
    }

    private static void operator(RoutingContext context, Operator operator, String path) {
        if (FOR_OPERATORS.matcher(path).matches() || FOR_BOTH.matcher(path).matches()) {
            Callers.identifyOperator(context, operator.id());
            context.next();
        } else {
            forbid(context, "is that of an operator, must be that of the partner whose data it is");
        }
    }

    private static void forbid(RoutingContext context, String found) {
        Problem.of(403, "API key: " + found).send(context.response());
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
