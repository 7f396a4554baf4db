package dev.claimgate.payer;

import static dev.claimgate.TestVertx.await;

import dev.claimgate.TestVertx;
import dev.claimgate.partner.Payer;
import dev.claimgate.store.OutboundInterchanges;
import dev.claimgate.store.OutboundWriter;
import dev.claimgate.store.OverdueAnswers;
import dev.claimgate.store.PayerGates;
import dev.claimgate.store.PayerReplies;
import dev.claimgate.store.PayerStatistics;
import dev.claimgate.store.PayerStatus;
import dev.claimgate.store.TestDatabase;
import dev.claimgate.validation.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Gateways and simulated payers on one database; a test begins with none. */
abstract class PayerFlow {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();
    @RegisterExtension
    static final TestVertx watched = new TestVertx();

    final HttpClient client = HttpClient.newHttpClient();
    final GatewayRows rows = new GatewayRows(database);
    final List<String> deployments = new ArrayList<>();
    Vertx vertx;
    Pool pool;
    PayerBreakers breakers = new PayerBreakers();

    /** Once round on another Vertx: loading the classes takes longer than the check for blocked loops allows. */
    @BeforeAll
    static void warmUp() throws Exception {
        PayerFlow first = new PayerFlow() { };
        first.vertx = Vertx.vertx();
        first.open();
        first.rows.accept(SampleFile.of(SampleFile.subscriberClaims("A1")));
        first.gateway(SampleFile.payer(first.payer(SimulatedPayerOptions.reliable(0))));
        GatewayRows.await(() -> first.allIn("PAYER_ACCEPTED"));
        first.close();
        await(first.vertx.close());
    }

    @BeforeEach
    void open() throws Exception {
        database.clear();
        vertx = vertx == null ? watched.get() : vertx;
        pool = database.pool(vertx);
    }

    @AfterEach
    void close() {
        Collections.reverse(deployments);
        deployments.forEach(id -> await(vertx.undeploy(id)));
        await(pool.close());
    }

    PayerServices services() {
        return new PayerServices(new OutboundInterchanges(pool, Clock.systemUTC()),
                new PayerReplies(pool, Clock.systemUTC()), new OverdueAnswers(pool, Clock.systemUTC()),
                new PayerGates(pool, Clock.systemUTC()), breakers,
                SampleFile.dialects(vertx),
                SampleFile.CONTACT, vertx.createSharedWorkerExecutor("payer", 2), new SimpleMeterRegistry(), Clock.systemUTC());
    }

    String gateway(Payer payer) {
        String id = await(vertx.deployVerticle(new PayerVerticle(payer, services())));
        deployments.add(id);
        return id;
    }

    int payer(SimulatedPayerOptions options) {
        SimulatedPayer payer = new SimulatedPayer(options, new EngineCheck(Verdict.rules(), Clock.systemUTC()),
                Clock.systemUTC());
        deployments.add(await(vertx.deployVerticle(payer)));
        return payer.port();
    }

    JsonObject status(int port) {
        URI uri = URI.create("http://127.0.0.1:" + port + "/sim/status");
        return new JsonObject(client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).join().body());
    }

    PayerStatus payerStatus(Payer payer) {
        return await(new PayerStatuses(List.of(payer), breakers, new PayerStatistics(pool),
                new PayerGates(pool, Clock.systemUTC()), new OverdueAnswers(pool, Clock.systemUTC()), Clock.systemUTC())
                .payerStatuses(Optional.of("northside"))).get(0);
    }

    boolean allIn(String... states) {
        return Set.of(states).containsAll(rows.states().values());
    }

    OutboundWriter neverAsked() {
        return new PayerWork(SampleFile.payer(1), services());
    }
}
