package dev.claimgate.cli;

import dev.claimgate.payer.EngineCheck;
import dev.claimgate.payer.SimulatedPayer;
import dev.claimgate.payer.SimulatedPayerOptions;
import dev.claimgate.sample.SamplePayer;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Five simulated payers in this process: three quick ones, one that takes seconds to answer, and one that nobody reaches. */
final class BenchPayers implements AutoCloseable {
    static final List<SamplePayer> ALL = SamplePayer.ALL.subList(0, 5);
    /** The first of {@link #ALL}; then come the slow one and the one that is down. */
    static final int QUICK = 3;
    static final Duration SLOW = Duration.ofSeconds(6);
    private static final Duration CLAIMS_AFTER = Duration.ofMillis(100);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Integer> ports = new ArrayList<>();

    BenchPayers() throws IOException {
        Clock clock = Clock.systemDefaultZone();
        EngineCheck check = new EngineCheck(Engine.load(clock).rules(), clock);
        for (int i = 0; i <= QUICK; i++) {
            SimulatedPayer payer = new SimulatedPayer(new SimulatedPayerOptions(0, i < QUICK ? Duration.ZERO : SLOW, 0,
                    Duration.ZERO, CLAIMS_AFTER, ""), check, clock);
            vertx.deployVerticle(payer).await();
            ports.add(payer.port());
        }
        ports.add(GatewayProcess.freePort());
    }

    /** How a gateway reaches them: all by the same rules, those of {@code conf/payers.yaml}. */
    String yaml() {
        StringBuilder yaml = new StringBuilder("payers:\n");
        for (int i = 0; i < ALL.size(); i++) {
            String code = ALL.get(i).payerId();
            yaml.append("""
                      - {id: %s, name: %s, payerIds: [%s], url: 'http://127.0.0.1:%d/x12',
                         sender: {qualifier: ZZ, id: CLAIMGATE}, receiver: {qualifier: ZZ, id: %s}}
                    """.formatted(id(i), ALL.get(i).name(), code, ports.get(i), code));
        }
        return yaml.toString();
    }

    static String id(int index) {
        return ALL.get(index).payerId().toLowerCase(Locale.ROOT);
    }

    static boolean isQuick(String id) {
        return IntStream.range(0, QUICK).anyMatch(i -> id(i).equals(id));
    }

    /** Claims that the quick payers have processed. */
    long claims() throws IOException, InterruptedException {
        return sum("claims");
    }

    /** Interchanges that they have. */
    long interchanges() throws IOException, InterruptedException {
        return sum("interchanges");
    }

    private long sum(String key) throws IOException, InterruptedException {
        long sum = 0;
        for (int port : ports.subList(0, QUICK)) {
            URI uri = URI.create("http://127.0.0.1:" + port + "/sim/status");
            sum += new JsonObject(http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body()).getLong(key);
        }
        return sum;
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
