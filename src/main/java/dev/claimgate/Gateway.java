package dev.claimgate;

import dev.claimgate.console.ApiServer;
import dev.claimgate.console.CheckHandlers;
import dev.claimgate.console.ManagementServer;
import dev.claimgate.dialect.DialectClaims;
import dev.claimgate.dialect.DialectReplies;
import dev.claimgate.intake.HttpIntake;
import dev.claimgate.intake.folder.FolderVerticle;
import dev.claimgate.intake.sftp.SftpVerticle;
import dev.claimgate.partner.Partners;
import dev.claimgate.partner.Payer;
import dev.claimgate.payer.PayerBreakers;
import dev.claimgate.payer.PayerServices;
import dev.claimgate.payer.PayerStatuses;
import dev.claimgate.payer.PayerVerticle;
import dev.claimgate.payer.PushedReplies;
import dev.claimgate.pipeline.ValidationVerticle;
import dev.claimgate.store.AuditTrail;
import dev.claimgate.store.ChunkMonths;
import dev.claimgate.store.Database;
import dev.claimgate.store.DiskRoom;
import dev.claimgate.store.Mailboxes;
import dev.claimgate.store.Notices;
import dev.claimgate.store.OutboundInterchanges;
import dev.claimgate.store.OverdueAnswers;
import dev.claimgate.store.PayerGates;
import dev.claimgate.store.PayerReplies;
import dev.claimgate.store.PayerStatistics;
import dev.claimgate.store.Queues;
import dev.claimgate.store.Retention;
import dev.claimgate.store.Sealer;
import dev.claimgate.store.WebhookCalls;
import dev.claimgate.store.WorkQueue;
import dev.claimgate.webhook.WebhookVerticle;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that builds the gateway and wires its parts: database, engine, pipeline, payers, API, management. Start it
 * once, close it once. What was opened is closed in reverse order: first nothing new comes in, then open work ends, then the
 * database goes.
 */
public final class Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final int PAYER_WORKERS = 2;

    private final GatewayConfig config;
    private final Clock clock;
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Vertx vertx;
    private final Partners partners;
    private final PartnerReload reload;
    private final Deque<Supplier<Future<?>>> opened = new ConcurrentLinkedDeque<>();
    private volatile Future<Void> starting = Future.succeededFuture();
    private volatile boolean closing;
    private volatile ValidationEngine engine;
    private ApiServer api;
    private ManagementServer management;
    private SftpVerticle sftp;

    public Gateway(GatewayConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.vertx = Metrics.vertx(meters);
        this.partners = new Partners(config.partners());
        this.reload = new PartnerReload(config.partnerFiles(), partners, config.partnersReload(), meters);
    }

    /**
     * Completes when files can be sent. If it fails, what was opened is closed again. Fails with a
     * {@link CancellationException} if it is closed meanwhile.
     */
    public Future<Void> start() {
        Promise<Void> started = Promise.promise();
        starting = started.future();
        Database.open(vertx, config.database())
                .onSuccess(database -> opened.push(database::close))
                .compose(database -> deployManagement(database)
                        .compose(deployed -> ValidationEngine.load(vertx, config, partners, database, clock))
                        .onSuccess(this::use)
                        .compose(loaded -> deployParts(database)))
                .onSuccess(done -> started.complete())
                .onFailure(failure -> closeAll().onComplete(closed -> started.fail(failure)));
        return starting;
    }

    private void use(ValidationEngine loaded) {
        engine = loaded;
        opened.push(loaded::close);
        Gauge.builder("claimgate_code_release", loaded, ValidationEngine::codeRelease)
                .description("number of the release of the code tables in use").register(meters);
        Gauge.builder("claimgate_code_release_stale", loaded, each -> each.codeTablesFailing() ? 1 : 0)
                .description("1 while the release in use cannot be loaded and the last one stays").register(meters);
    }

    /**
     * Takes nothing new, lets open work end within {@code shutdownSeconds}, rolls back what is then unfinished (it is done
     * after the next start), and closes everything. A start under way ends before its next part.
     */
    public Future<Void> close() {
        closing = true;
        return starting.transform(done -> closeAll());
    }

    private Future<Void> closeAll() {
        Promise<Void> closed = Promise.promise();
        closeNext(closed);
        return closed.future();
    }

    private void closeNext(Promise<Void> closed) {
        if (opened.isEmpty()) {
            // On a thread of its own: a future of Vertx is told on an event loop, and they all end here.
            new Thread(() -> vertx.close().onComplete(closed), "close-vertx").start();
            return;
        }
        opened.pop().get()
                .onFailure(failure -> LOG.warn("closing: a part did not close in order: {}", failure.toString()))
                .onComplete(done -> closeNext(closed));
    }

    /** Where the API listens, once started. */
    public int port() {
        return api.port();
    }

    /** Where SFTP listens, once started; empty as long as no partner has a key. */
    public Optional<Integer> sftpPort() {
        return sftp.port();
    }

    /** Where health and metrics listen, once started. */
    public int managementPort() {
        return management.port();
    }

    /** Up while the rest still loads, so that operators see how far it is. */
    private Future<Void> deployManagement(Database database) {
        management = new ManagementServer(config.management().host(), config.management().port(), database.pool(),
                meters, Map.of(
                "guides", () -> engine != null,
                "disk", database.room()::enough,
                "code-tables", () -> engine != null && engine.codeTablesLoaded()), Map.of(
                "disk", () -> disk(database.room()),
                "code-tables", () -> engine == null ? new JsonObject() : engine.codeTables(),
                "partners", reload::health));
        Gauge.builder("claimgate_disk_free_bytes", database.room(), DiskRoom::bytesFree)
                .description("free on the disk of the embedded database").register(meters);
        FunctionCounter.builder("claimgate_database_restarts", database, Database::restarts)
                .description("starts of the embedded database after it ended by itself").register(meters);
        return deploy(management);
    }

    private static JsonObject disk(DiskRoom room) {
        return room.enough() ? new JsonObject() : new JsonObject().put("fault", room.tooLittle());
    }

    private Future<Void> deployParts(Database database) {
        Pool pool = database.pool();
        Sealer sealer = config.sealer();
        Notices notices = new Notices(vertx);
        PayerBreakers breakers = new PayerBreakers();
        breakers.bindTo(meters);
        api = new ApiServer(config.http().host(), config.http().port(), config.shutdown(), config.connections(),
                new ApiServer.Access(partners, config.operators()),
                new ApiServer.Uploads(new HttpIntake(pool, sealer, database.room(), notices, config.intake(), meters, clock),
                        new PushedReplies(config.payers().all(), new PayerReplies(pool, clock, sealer),
                                new AuditTrail(pool, clock))),
                new CheckHandlers(new LiveChecks(engine, clock), config.checkBytesMax()), pool, sealer,
                new PayerStatuses(config.payers().all(), breakers, new PayerStatistics(pool), new PayerGates(pool, clock),
                        new OverdueAnswers(pool, clock), clock), engine.xml(config.xmlBytesMax()), meters, clock);
        sftp = new SftpVerticle(config.sftp(), partners, pool, sealer, database.room(), notices, meters, clock);
        ValidationVerticle pipeline = new ValidationVerticle(new WorkQueue(pool, sealer, database.room()), engine,
                claim -> config.payers().route(claim).map(Payer::id),
                new PartnerFormats(new DialectClaims(vertx, config.dialects()), partners, config, clock), notices,
                config.pipeline(), config.history(), clock);
        AuditTrail audit = new AuditTrail(pool, clock);
        reload.onChange(partners -> audit.changed("partners-file", AuditTrail.Action.PARTNERS_CHANGED, "partners",
                new JsonObject().put("partners", partners.all().size())));
        return deploy(reload)
                .compose(deployed -> deploy(new WebhookVerticle(new WebhookCalls(pool, clock), partners, config.alerts(),
                        config.webhooks(), meters, clock)))
                .compose(deployed -> deploy(new RetentionVerticle(new ChunkMonths(pool), new Retention(pool, clock),
                        config.retentionMonths(), meters, clock)))
                .compose(deployed -> deploy(new OutboxPartners(new Mailboxes(pool, clock), partners)))
                .compose(deployed -> deploy(new QueueWatch(new Queues(pool, clock), meters)))
                .compose(deployed -> deploy(pipeline))
                .compose(deployed -> deployPayers(database, breakers))
                .compose(deployed -> deploy(new FolderVerticle(config.folder(), partners, pool, sealer, database.room(),
                        notices, meters, clock)))
                .compose(deployed -> deploy(sftp))
                .compose(deployed -> deploy(api))
                .onSuccess(deployed -> LOG.info("{}; API at {}:{}, management at {}:{}", database.address(),
                        config.http().host(), port(), config.management().host(), managementPort()));
    }

    private Future<Void> deployPayers(Database database, PayerBreakers breakers) {
        Pool pool = database.pool();
        WorkerExecutor workers = vertx.createSharedWorkerExecutor("payers", PAYER_WORKERS);
        OutboundInterchanges outbound = new OutboundInterchanges(pool, clock, config.sealer());
        PayerServices services = new PayerServices(outbound, new PayerReplies(pool, clock, config.sealer()),
                new OverdueAnswers(pool, clock), new PayerGates(pool, clock), breakers,
                new DialectReplies(vertx, config.dialects()),
                config.submitter(), workers, meters, clock);
        Future<Void> all = database.exclusive() ? outbound.makeAllDue() : Future.succeededFuture();
        for (Payer payer : config.payers().all()) {
            all = all.compose(deployed -> deploy(new PayerVerticle(payer, services)));
        }
        return all;
    }

    private Future<Void> deploy(Deployable part) {
        if (closing) {
            return Future.failedFuture(new CancellationException("the gateway was stopped while it started"));
        }
        return vertx.deployVerticle(part)
                .onSuccess(id -> opened.push(() -> vertx.undeploy(id)))
                .mapEmpty();
    }
}
