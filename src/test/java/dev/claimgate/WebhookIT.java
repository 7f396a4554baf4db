package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.claimgate.store.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A partner is told what happened to his files, by a call that he can trust and that gives nothing away. */
class WebhookIT {
    private static final String SECRET = "a secret of the webhook";
    private static final HttpServer HOOK = hook();
    private static final AtomicInteger FAILURES_TO_COME = new AtomicInteger();
    private static final BlockingQueue<Heard> HEARD = new LinkedBlockingQueue<>();

    @Order(1)
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();
    @Order(2)
    @RegisterExtension
    static final RunningGateway gateway = new RunningGateway(database, Map.of("CLAIMGATE_PATHS_PARTNERS", partners(),
            "CLAIMGATE_WEBHOOKS_FIRST_MILLIS", "50", "CLAIMGATE_WEBHOOKS_POLL_MILLIS", "50"));

    private record Heard(String signature, byte[] body) {
        JsonObject json() {
            return new JsonObject(new String(body, StandardCharsets.UTF_8));
        }
    }

    @AfterAll
    static void stop() {
        HOOK.stop(0);
    }

    @Test
    void shouldTellTheVerdictSignedAndWithoutPatientData() throws Exception {
        String id = new JsonObject(gateway.post(RunningGateway.file()).body()).getString("id");
        Heard heard = HEARD.poll(30, TimeUnit.SECONDS);
        JsonObject call = heard.json();
        assertThat(call.getString("event")).isEqualTo("verdict");
        assertThat(call.getString("interchangeId")).isEqualTo(id);
        assertThat(call.getJsonObject("claims").getMap()).containsExactlyInAnyOrderEntriesOf(
                Map.of("received", 2, "accepted", 2, "rejected", 0, "rejectedWithSet", 0));
        assertThat(call.getJsonArray("acknowledgements")).containsExactlyInAnyOrder("TA1", "999", "277CA");
        assertThat(gateway.get(call.getJsonObject("links").getString("acknowledgements")).statusCode()).isEqualTo(200);
        assertThat(call.encode()).doesNotContain(RunningGateway.MARKS);
        assertSigned(heard);
    }

    @Test
    void shouldCallAgainUntilThePartnerHasIt() throws Exception {
        FAILURES_TO_COME.set(2);
        String id = new JsonObject(gateway.post(RunningGateway.file()).body()).getString("id");
        String first = HEARD.poll(30, TimeUnit.SECONDS).json().getString("id");
        String second = HEARD.poll(30, TimeUnit.SECONDS).json().getString("id");
        Heard third = HEARD.poll(30, TimeUnit.SECONDS);
        assertThat(third.json().getString("interchangeId")).isEqualTo(id);
        assertThat(third.json().getString("id")).isEqualTo(first).isEqualTo(second);
        waitForDelivery();
        assertThat(HEARD).isEmpty();
    }

    @Test
    void shouldMakeNoCallForPartnersWithoutAWebhook() throws Exception {
        gateway.send(gateway.request("/v1/interchanges").setHeader("X-API-Key", RunningGateway.OTHER_KEY)
                .POST(BodyPublishers.ofString(RunningGateway.file())));
        assertThat(number("select count(*) from webhook_call where partner_id = 'lakeview'")).isZero();
    }

    private static void assertSigned(Heard heard) throws Exception {
        String[] parts = heard.signature().split("[=,]");
        assertThat(Instant.ofEpochSecond(Long.parseLong(parts[1]))).isBetween(Instant.now().minusSeconds(60), Instant.now());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((parts[1] + ".").getBytes(StandardCharsets.UTF_8));
        assertThat(parts[3]).isEqualTo(HexFormat.of().formatHex(mac.doFinal(heard.body())));
    }

    private static void waitForDelivery() throws Exception {
        for (int i = 0; i < 600 && number("select count(*) from webhook_call where state = 'READY'") > 0; i++) {
            Thread.sleep(50);
        }
        assertThat(number("select count(*) from webhook_call where state <> 'DELIVERED'")).isZero();
    }

    private static long number(String sql) throws Exception {
        try (Connection connection = database.connect(); ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static HttpServer hook() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/hook", WebhookIT::hear);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void hear(HttpExchange exchange) throws IOException {
        HEARD.add(new Heard(exchange.getRequestHeaders().getFirst("Claimgate-Signature"),
                exchange.getRequestBody().readAllBytes()));
        exchange.sendResponseHeaders(FAILURES_TO_COME.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 503 : 204, -1);
        exchange.close();
    }

    private static String partners() {
        try {
            Path directory = Files.createTempDirectory("webhook");
            Path secret = Files.writeString(directory.resolve("secret"), SECRET + "\n");
            return Files.writeString(directory.resolve("partners.yaml"), """
                    partners:
                      - id: northside
                        name: Northside
                        apiKeySha256: ["%s"]
                        webhook: {url: "http://127.0.0.1:%d/hook", secret: "file:%s"}
                      - id: lakeview
                        name: Lakeview
                        apiKeySha256: ["%s"]
                    """.formatted(Hashes.sha256(RunningGateway.KEY), HOOK.getAddress().getPort(), secret,
                    Hashes.sha256(RunningGateway.OTHER_KEY))).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
