package dev.claimgate.console;

import dev.claimgate.store.DatabaseCheck;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.healthchecks.Status;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.healthchecks.HealthCheckHandler;
import io.vertx.sqlclient.Pool;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The operators' port: {@code /health/live} (the event loop answers), {@code /health/ready} (the database answers, guides and
 * code tables are loaded) and {@code /metrics} (Prometheus). A payer that is down does not make the gateway unready.
 */
public final class ManagementServer extends VerticleBase {
    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";
    private static final long CHECK_MILLIS_MAX = 2000;

    private final String host;
    private final int port;
    private final DatabaseCheck database;
    private final PrometheusMeterRegistry meters;
    private final Map<String, BooleanSupplier> loaded;
    private final Map<String, Supplier<JsonObject>> details;
    private HttpServer server;

    /**
     * @param loaded  what must be loaded before the gateway is ready, by name
     * @param details what is told of them beside, by the same names; under another name it is a check of its own that stays
     *                UP, because the gateway works on
     */
    public ManagementServer(String host, int port, Pool database, PrometheusMeterRegistry meters,
                            Map<String, BooleanSupplier> loaded, Map<String, Supplier<JsonObject>> details) {
        this.host = host;
        this.port = port;
        this.database = new DatabaseCheck(database);
        this.meters = meters;
        this.loaded = Map.copyOf(loaded);
        this.details = Map.copyOf(details);
    }

    @Override
    public Future<?> start() {
        Router router = Router.router(vertx);
        router.get("/health/live").handler(HealthCheckHandler.createWithHealthChecks(HealthChecks.create(vertx)));
        router.get("/health/ready").handler(HealthCheckHandler.createWithHealthChecks(readiness()));
        router.get("/metrics").handler(context ->
                context.response().putHeader("Content-Type", TEXT_FORMAT).end(meters.scrape()));
        return Listening.on(vertx.createHttpServer().requestHandler(router), "management", host, port)
                .onSuccess(listening -> server = listening);
    }

    /** Where it listens, once started. */
    public int port() {
        return server.actualPort();
    }

    private HealthChecks readiness() {
        HealthChecks checks = HealthChecks.create(vertx);
        checks.register("database", CHECK_MILLIS_MAX, answer ->
                database.answers().onComplete(answered ->
                        answer.tryComplete(answered.succeeded() ? Status.OK() : Status.KO())));
        loaded.forEach((name, isLoaded) -> checks.register(name, answer ->
                answer.tryComplete((isLoaded.getAsBoolean() ? Status.OK() : Status.KO())
                        .setData(details.getOrDefault(name, JsonObject::new).get()))));
        details.forEach((name, detail) -> {
            if (!loaded.containsKey(name)) {
                checks.register(name, answer -> answer.tryComplete(Status.OK(detail.get())));
            }
        });
        return checks;
    }
}
