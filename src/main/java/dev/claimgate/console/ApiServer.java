package dev.claimgate.console;

import dev.claimgate.partner.Partners;
import dev.claimgate.store.PayerStatusSource;
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
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Serves the API of {@code openapi.yaml}: checks the key, then hands uploads to intake's handler and answers the rest from the
 * database.
 */
public final class ApiServer extends VerticleBase {
    private static final int IDLE_SECONDS_MAX = 120;

    private final String host;
    private final int port;
    private final Duration grace;
    private final Partners partners;
    private final Handler<RoutingContext> upload;
    private final ReadHandlers reads;
    private HttpServer server;

    /**
     * @param port   0 takes any free one, see {@link #port()}
     * @param grace  how long requests under way may go on when it stops
     * @param upload answers {@code POST /v1/interchanges}; must take or pause the body before it returns
     */
    public ApiServer(String host, int port, Duration grace, Partners partners, Handler<RoutingContext> upload,
                     Pool database, PayerStatusSource payers) {
        this.host = host;
        this.port = port;
        this.grace = grace;
        this.partners = partners;
        this.upload = upload;
        this.reads = new ReadHandlers(database, payers);
    }

    @Override
    public Future<?> start() {
        HttpServerOptions options = new HttpServerOptions().setIdleTimeout(IDLE_SECONDS_MAX).setHandle100ContinueAutomatically(true);
        return Contract.load(vertx)
                .map(this::router)
                .compose(router -> Listening.on(vertx.createHttpServer(options).requestHandler(router)
                        .invalidRequestHandler(Failures::malformed), "http", host, port))
                .onSuccess(listening -> server = listening);
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
        ApiKeyCheck keyCheck = new ApiKeyCheck(partners);
        // Before the contract's own checks: who may not come in learns nothing about his request.
        routes.rootHandler(context -> {
            if (context.request().path().startsWith("/v1/")) {
                keyCheck.handle(context);
            } else {
                context.next();
            }
        });
        routes.rootHandler(ApiServer::refuseUnreadableQuery);
        // Validation would read the whole body into memory.
        routes.getRoute("postInterchanges").setDoValidation(false).addHandler(upload);
        routes.getRoute("getInterchange").addHandler(reads::submission);
        routes.getRoute("getAcknowledgements").addHandler(reads::acknowledgements);
        routes.getRoute("findClaims").addHandler(reads::claimsByNumber);
        routes.getRoute("getClaim").addHandler(reads::claim);
        routes.getRoute("listPayers").addHandler(reads::payers);
        Router router = routes.createRouter();
        router.get("/openapi.yaml").handler(context ->
                context.response().putHeader("Content-Type", "application/yaml").end(Contract.text()));
        Failures.handleOn(router, contract);
        return router;
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
