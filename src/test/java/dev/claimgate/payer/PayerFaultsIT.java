package dev.claimgate.payer;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.payer.FaultScript.Fault;
import dev.claimgate.store.OutboundInterchanges;
import dev.claimgate.store.OverdueAnswers;
import dev.claimgate.store.PayerGates;
import dev.claimgate.store.PayerReplies;
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
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A payer that does wrong at the first delivery: every claim is processed there exactly once, and its answer comes back. */
class PayerFaultsIT {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();
    /** What makes the gateway send again. */
    private static final Set<Fault> REPEATED = Set.of(Fault.ERROR, Fault.BUSY, Fault.SILENCE, Fault.GARBAGE, Fault.CUT);
    private static final Set<Fault> NOT_TAKEN = Set.of(Fault.ERROR, Fault.BUSY);

    private final HttpClient client = HttpClient.newHttpClient();
    private final GatewayRows rows = new GatewayRows(database);
    private Vertx vertx;
    private Pool pool;
    private String gateway;

    @BeforeEach
    void open() throws Exception {
        database.clear();
        vertx = Vertx.vertx();
        pool = database.pool(vertx);
    }

    @AfterEach
    void close() {
        await(vertx.undeploy(gateway));
        await(pool.close());
        await(vertx.close());
    }

    private int play(Fault fault) {
        Clock clock = Clock.systemUTC();
        SimulatedPayer payer = new SimulatedPayer(new SimulatedPayerOptions(0, Duration.ZERO, 0, Duration.ZERO,
                Duration.ofMillis(50), "").with(FaultScript.at(1, fault, Duration.ofSeconds(1))),
                new EngineCheck(Verdict.rules(), clock), clock);
        await(vertx.deployVerticle(payer));
        PayerServices services = new PayerServices(new OutboundInterchanges(pool, clock), new PayerReplies(pool, clock),
                new OverdueAnswers(pool, clock), new PayerGates(pool, clock), new PayerBreakers(), SampleFile.dialects(vertx),
                SampleFile.CONTACT, vertx.createSharedWorkerExecutor("payer", 2), new SimpleMeterRegistry(), clock);
        gateway = await(vertx.deployVerticle(new PayerVerticle(SampleFile.payer(payer.port()), services)));
        return payer.port();
    }

    private JsonObject ask(int port, String path) {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return new JsonObject(client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).join().body());
    }

    /** Claims answered for, the interchange acknowledged (but by the payer that never does), no reply left anywhere. */
    private boolean settled(Fault fault, int port) {
        String state = fault == Fault.WRONG_TA1 ? "SENT" : "ACCEPTED";
        return rows.rows("select state from claim where state = 'PAYER_ACCEPTED'").size() == 2
                && rows.rows("select state from outbound_interchange where state = '" + state + "'").size() == 1
                && ask(port, "/sim/status").getInteger("repliesWaiting") == 0
                && rows.rows("select id from payer_reply where state = 'RECEIVED'").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveEveryClaimProcessedOnceAndAnswered(Fault fault) throws Exception {
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("A1", "A2")));
        int port = play(fault);

        GatewayRows.await(() -> settled(fault, port));

        assertThat(ask(port, "/sim/claims").stream()).hasSize(2).allMatch(claim -> claim.getValue().equals(1));
        JsonObject status = ask(port, "/sim/status");
        assertThat(status.getInteger("interchanges")).isEqualTo(1);
        if (!REPEATED.contains(fault)) {
            assertThat(status.getInteger("repeats")).as("sent again").isZero();
        } else if (!NOT_TAKEN.contains(fault)) {
            assertThat(status.getInteger("repeats")).as("sent again").isPositive();
        }
        assertThat(rows.rows("select distinct control_number from outbound_interchange")).hasSize(1);
        assertThat(rows.rows("select id from acknowledgement where origin = 'PAYER'")).as("told once").hasSize(1);
        assertThat(rows.rows("select kind, count(*) from claim_status where kind = '277CA' group by kind"))
                .containsExactly(List.of("277CA", "2"));
        specialTo(fault);
    }

    private void specialTo(Fault fault) {
        switch (fault) {
            case WRONG_TA1 -> assertThat(rows.rows("select state from payer_reply where note is not null"))
                    .containsExactly(List.of("UNMATCHED"));
            case CLAIMS_FIRST -> assertThat(rows.states().keySet()).allSatisfy(number -> assertThat(rows.told(number))
                    .extracting(row -> row.get(0)).containsExactly("277CA", "999"));
            case BUSY -> assertThat(rows.one("select sent_at >= paused_until from outbound_interchange, payer_gate"))
                    .isEqualTo("t");
            default -> assertThat(rows.rows("select note from payer_reply where note is not null")).isEmpty();
        }
    }
}
