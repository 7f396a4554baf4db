package dev.claimgate.console;

import dev.claimgate.partner.Operators;
import dev.claimgate.partner.Partners;
import dev.claimgate.store.PayerGates;
import dev.claimgate.store.PayerStatusSource;
import dev.claimgate.store.Sealer;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Serves the API of {@code openapi.yaml}: checks the key, then hands uploads to intake's handler and answers the rest from the
 * database.
 */
public final class ApiServer extends VerticleBase {
    private static final Pattern PAYER_REPLIES = Pattern.compile("/v1/payers/[^/]+/replies");
    private final String host;
    private final int port;
    private final Duration grace;
    private final ConnectionSettings settings;
    private final MeterRegistry meters;
    private final Access access;
    private final Uploads uploads;
    private final ReadHandlers reads;
    private final CheckHandlers checks;
    private final OperatorHandlers operations;
    private Connections connections;
    private HttpServer server;

    /**
     * Handlers of bodies; they must take or pause the body before they return.
     *
     * @param files   answers {@code POST /v1/interchanges}
     * @param replies answers {@code POST /v1/payers/{id}/replies}; checks the payer's credential
     */
    public record Uploads(Handler<RoutingContext> files, Handler<RoutingContext> replies) {
    }

    /** Who has keys. */
    public record Access(Partners partners, Operators operators) {
    }

    /**
     * @param port   0 takes any free one, see {@link #port()}
     * @param grace  how long requests under way may go on when it stops
     * @param settings limits and TLS of its connections
     * @param access who may come in
     * @param uploads take what is sent
     * @param checks answers those who only ask
     * @param xml    shows files as XML
     */
    public ApiServer(String host, int port, Duration grace, ConnectionSettings settings, Access access,
                     Uploads uploads, CheckHandlers checks, Pool database, Sealer sealer, PayerStatusSource payers,
                     FileXml xml, MeterRegistry meters, Clock clock) {
        this.host = host;
        this.port = port;
        this.grace = grace;
        this.settings = settings;
        this.meters = meters;
        this.access = access;
        this.uploads = uploads;
        this.checks = checks;
        this.reads = new ReadHandlers(database, sealer, payers, xml, clock);
        this.operations = new OperatorHandlers(payers, new PayerGates(database, clock));
    }

    @Override
    public Future<?> start() {
        connections = new Connections(vertx, settings, meters);
        return tlsFingerprint().compose(fingerprint -> Contract.load(vertx)
                .map(this::router)
                .compose(router -> Listening.on(vertx.createHttpServer(options()).requestHandler(router)
                        .connectionHandler(connections::opened)
                        .invalidRequestHandler(Failures::malformed), "http", host, port))
                .onSuccess(listening -> {
                    server = listening;
                    settings.tls().ifPresent(files ->
                            new TlsReload(vertx, server, files, meters).start(fingerprint, settings.tlsReload()));
                }));
    }

    /** Without HTTP/2 in clear text: because of it a connection would not be told of before its first request's head. */
    private HttpServerOptions options() {
        HttpServerOptions options = new HttpServerOptions().setIdleTimeout((int) settings.idleMax().toSeconds())
                .setHandle100ContinueAutomatically(true).setHttp2ClearTextEnabled(false);
        settings.tls().map(TlsFiles::options).ifPresent(tls -> options.setSsl(true).setUseAlpn(true)
                .setKeyCertOptions(tls.getKeyCertOptions()).setTrustOptions(tls.getTrustOptions())
                .setClientAuth(tls.getClientAuth())
                .setEnabledSecureTransportProtocols(tls.getEnabledSecureTransportProtocols()));
        return options;
    }

    /** Taken before the server reads them, so that no change after that is missed. */
    private Future<String> tlsFingerprint() {
        return settings.tls().isEmpty() ? Future.succeededFuture("")
                : vertx.executeBlocking(settings.tls().get()::fingerprint, false);
    }

    /** Takes no new connection and lets open requests end. */
    @Override
    public Future<?> stop() {
        return server.shutdown(grace.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Where it listens, once started. */
    public int port() {
        return server.actualPort();
    }

    private Router router(OpenAPIContract contract) {
        RouterBuilder routes = RouterBuilder.create(vertx, contract);
        ApiKeyCheck keyCheck = new ApiKeyCheck(access.partners(), access.operators());
        PartnerLimits limits = new PartnerLimits(meters);
        routes.rootHandler(context -> {
            connections.requestCame(context.request());
            context.addEndHandler(ended -> connections.answered(context.request()));
            context.next();
        });
        // Before the contract's own checks: who may not come in learns nothing about his request.
        routes.rootHandler(context -> {
            if (forCallers(context)) {
                keyCheck.handle(context);
            } else {
                context.next();
            }
        });
        routes.rootHandler(context -> {
            if (forCallers(context)) {
                limits.handle(context);
            } else {
                context.next();
            }
        });
        routes.rootHandler(ApiServer::refuseUnreadableQuery);
        // Validation would read the whole body into memory.
        routes.getRoute("postInterchanges").setDoValidation(false).addHandler(uploads.files());
        routes.getRoute("postReplies").setDoValidation(false).addHandler(uploads.replies());
        routes.getRoute("checkCoding").setDoValidation(false).addHandler(checks.codingBody()).addHandler(checks::coding);
        routes.getRoute("checkClaims").setDoValidation(false).addHandler(checks.fileBody()).addHandler(checks::file);
        routes.getRoute("getInterchange").addHandler(reads::submission);
        routes.getRoute("getAcknowledgements").addHandler(reads::acknowledgements);
        routes.getRoute("findClaims").addHandler(reads::claimsByNumber);
        routes.getRoute("getClaim").addHandler(reads::claim);
        routes.getRoute("listPayers").addHandler(reads::payers);
        routes.getRoute("holdPayer").addHandler(operations::hold);
        routes.getRoute("releasePayer").addHandler(operations::release);
        routes.getRoute("listAlerts").addHandler(operations::alerts);
        Router router = routes.createRouter();
        router.get("/openapi.yaml").handler(context ->
                context.response().putHeader("Content-Type", "application/yaml").end(Contract.text()));
        Failures.handleOn(router, contract);
        return router;
    }

    /** Payers who bring replies have no key; their credential is checked where the payer is known. */
    private static boolean forCallers(RoutingContext context) {
        String path = context.normalizedPath();
        return path.startsWith("/v1/") && !PAYER_REPLIES.matcher(path).matches();
    }

    /** Later it would be an error of our own. */
    private static void refuseUnreadableQuery(RoutingContext context) {
        try {
            context.request().params();
        } catch (IllegalArgumentException broken) {
            context.fail(400);
            return;
        }
        context.next();
    }
}
