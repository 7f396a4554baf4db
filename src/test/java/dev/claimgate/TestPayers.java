package dev.claimgate;

import dev.claimgate.payer.EngineCheck;
import dev.claimgate.payer.SimulatedPayer;
import dev.claimgate.payer.SimulatedPayerOptions;
import dev.claimgate.validation.Verdict;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The two payers of sample claims, simulated in the test's JVM: somewhat slow, and every tenth call fails. */
final class TestPayers implements AutoCloseable {
    static final List<String> CODES = List.of("EVG01", "LKS01");
    private static final double FAIL_RATE = 0.1;
    private static final Duration LATENCY = Duration.ofMillis(40);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<SimulatedPayer> payers = new ArrayList<>();
    private final List<PayerLine> lines = new ArrayList<>();

    private final int timeoutSeconds;

    /** @param timeoutSeconds how long the gateway waits for an answer; it holds an interchange twice as long */
    TestPayers(int timeoutSeconds) {
        this.timeoutSeconds = timeoutSeconds;
        for (int i = 0; i < CODES.size(); i++) {
            SimulatedPayer payer = new SimulatedPayer(new SimulatedPayerOptions(0, LATENCY, FAIL_RATE, Duration.ZERO,
                    Duration.ofMillis(200), "7"), new EngineCheck(Verdict.rules(), Clock.systemUTC()), Clock.systemUTC());
            TestVertx.await(vertx.deployVerticle(payer));
            PayerLine line = new PayerLine(payer.port());
            TestVertx.await(vertx.deployVerticle(line));
            payers.add(payer);
            lines.add(line);
        }
    }

    /** The id of a payer in {@link #yaml()}. */
    static String id(int index) {
        return CODES.get(index).toLowerCase(Locale.ROOT);
    }

    /** How a gateway reaches them. */
    String yaml() {
        StringBuilder yaml = new StringBuilder("payers:\n");
        for (int i = 0; i < CODES.size(); i++) {
            yaml.append("""
                      - {id: %s, name: PAYER, payerIds: [%s], url: 'http://127.0.0.1:%d/x12',
                         sender: {qualifier: ZZ, id: CLAIMGATE}, receiver: {qualifier: ZZ, id: %s},
                         claimsPerInterchangeMax: 700, timeoutSeconds: %d, replyPollMillis: 100,
                         breaker: {failureRatePercent: 80, window: 10, callsMin: 5, openMillis: 300, probes: 1},
                         retry: {firstMillis: 100, factor: 2.0, maxMillis: 1000, jitterPercent: 20}}
                    """.formatted(id(i), CODES.get(i), lines.get(i).port(), CODES.get(i), timeoutSeconds));
        }
        return yaml.toString();
    }

    PayerLine line(int index) {
        return lines.get(index);
    }

    JsonObject status(int index) {
        return get(index, "/sim/status");
    }

    /** How many times each claim was processed, by the gateway's number of it. */
    JsonObject claimsProcessed(int index) {
        return get(index, "/sim/claims");
    }

    int repliesWaiting() {
        return status(0).getInteger("repliesWaiting") + status(1).getInteger("repliesWaiting");
    }

    int repeats() {
        return status(0).getInteger("repeats") + status(1).getInteger("repeats");
    }

    private JsonObject get(int index, String path) {
        URI uri = URI.create("http://127.0.0.1:" + payers.get(index).port() + path);
        return new JsonObject(client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).join().body());
    }

    @Override
    public void close() {
        TestVertx.await(vertx.close());
    }
}
