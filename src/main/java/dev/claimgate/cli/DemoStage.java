package dev.claimgate.cli;

import dev.claimgate.Gateway;
import dev.claimgate.GatewayConfig;
import dev.claimgate.partner.Payer;
import dev.claimgate.partner.PayerAddress;
import dev.claimgate.partner.PayerDirectory;
import dev.claimgate.payer.EngineCheck;
import dev.claimgate.payer.SimulatedPayer;
import dev.claimgate.payer.SimulatedPayerOptions;
import io.vertx.core.Vertx;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What the demo plays on: an embedded PostgreSQL with an empty database, the gateway, and a simulated payer for each of
 * {@code conf/payers.yaml}, all on free ports of the loopback interface.
 */
final class DemoStage implements Closeable {
    /** Claims whose CLM01 ends so are rejected by the simulated payers. */
    static final String REJECTED_ENDING = "-RJ";
    private static final long START_SECONDS_MAX = 120;
    private static final long STOP_SECONDS_MAX = 60;
    /** Long enough that a half-open breaker can be seen. */
    private static final Duration PAYER_LATENCY = Duration.ofMillis(400);
    private static final Duration PAYER_THINKS = Duration.ofMillis(800);

    private final Clock clock = Clock.systemDefaultZone();
    private final Vertx payersVertx = Vertx.vertx();
    private final EngineCheck check = new EngineCheck(Engine.load(clock).rules(), clock);
    private final Map<String, Integer> ports = new HashMap<>();
    private final Path folder;
    private final Gateway gateway;

    /** Builds, starts nothing. */
    DemoStage() throws IOException {
        folder = Files.createTempDirectory("claimgate-demo-");
        GatewayConfig config = GatewayConfig.load(Path.of("conf", "gateway.yaml"), ProjectHome.path(), Map.of(
                "CLAIMGATE_HTTP_PORT", "0", "CLAIMGATE_MANAGEMENT_PORT", "0",
                "CLAIMGATE_INTAKE_SFTP_ENABLED", "false", "CLAIMGATE_INTAKE_FOLDER_ENABLED", "false",
                "CLAIMGATE_DATABASE_DATA_DIRECTORY", folder.resolve("data").toString()));
        gateway = new Gateway(withPayers(config), clock);
    }

    private GatewayConfig withPayers(GatewayConfig config) throws IOException {
        List<Payer> payers = new ArrayList<>();
        for (Payer payer : config.payers().all()) {
            int port = GatewayProcess.freePort();
            ports.put(payer.id(), port);
            payers.add(payer.at(new PayerAddress.Http(local(payer, port), Optional.empty(), PayerAddress.Tls.PLAIN)));
        }
        return config.withPayers(new PayerDirectory(payers));
    }

    void startGateway() throws TimeoutException {
        gateway.start().await(START_SECONDS_MAX, TimeUnit.SECONDS);
    }

    void startPayer(String id) throws TimeoutException {
        SimulatedPayerOptions options = new SimulatedPayerOptions(ports.get(id), PAYER_LATENCY, 0, Duration.ZERO, PAYER_THINKS,
                REJECTED_ENDING);
        payersVertx.deployVerticle(new SimulatedPayer(options, check, clock)).await(START_SECONDS_MAX, TimeUnit.SECONDS);
    }

    URI gateway() {
        return URI.create("http://127.0.0.1:" + gateway.port());
    }

    URI management() {
        return URI.create("http://127.0.0.1:" + gateway.managementPort());
    }

    URI payer(String id) {
        return URI.create("http://127.0.0.1:" + ports.get(id));
    }

    @Override
    public void close() throws IOException {
        try {
            gateway.close().await(STOP_SECONDS_MAX, TimeUnit.SECONDS);
            payersVertx.close().await(STOP_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException("the gateway did not stop within " + STOP_SECONDS_MAX + " s", e);
        } finally {
            Folders.delete(folder);
        }
    }

    private static URI local(Payer payer, int port) {
        String path = payer.address() instanceof PayerAddress.Http http ? http.url().getRawPath() : "/x12";
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
