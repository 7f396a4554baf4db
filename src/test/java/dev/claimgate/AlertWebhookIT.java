package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.claimgate.store.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Operators are told, once, of what a payer owes past its time and of what it answered that nobody understands. */
class AlertWebhookIT {
    private static final String SECRET = "a secret of the operators";

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    Path folder;

    private final BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> signatures = new LinkedBlockingQueue<>();
    private final AtomicInteger failuresToCome = new AtomicInteger();
    private HttpServer hook;

    @BeforeEach
    void open() throws Exception {
        database.clear();
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/alerts", this::hear);
        hook.start();
    }

    @AfterEach
    void close() {
        hook.stop(0);
    }

    private void hear(HttpExchange exchange) throws IOException {
        signatures.add(exchange.getRequestHeaders().getFirst("Claimgate-Signature"));
        heard.add(new JsonObject(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(failuresToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 503 : 204, -1);
        exchange.close();
    }

    /** One interchange was sent two days ago and never answered, and one reply came that nobody can read. */
    private void payerOwes() throws Exception {
        execute("""
                insert into outbound_interchange (payer_id, control_number, originator_id, claim_count, bytes, state, created_at,
                    next_attempt_at, sent_at)
                values ('evergreen', 17, '20261101000000017', 3, '', 'SENT', now() - interval '2 days', now(),
                    now() - interval '2 days')""");
        execute("""
                insert into payer_reply (payer_id, sha256, bytes, received_at, state, note)
                values ('evergreen', '\\x00', '\\x00', now(), 'UNREADABLE', 'byte 0: no ISA')""");
    }

    private static void execute(String sql) throws Exception {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Gateway start() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), SECRET);
        Path config = Files.writeString(folder.resolve("gateway.yaml"), """
                http: {port: 0}
                management: {port: 0}
                intake: {sftp: {enabled: false}}
                webhooks: {firstMillis: 50, pollMillis: 50}
                alerts: {webhook: {url: 'http://127.0.0.1:%d/alerts', secret: 'file:%s'}}
                """.formatted(hook.getAddress().getPort(), secret));
        Gateway gateway = new Gateway(GatewayConfig.load(config.toAbsolutePath(), Path.of(""),
                Map.of("CLAIMGATE_DATABASE_URL", database.settings().url().orElseThrow())), Clock.systemDefaultZone());
        TestVertx.await(gateway.start());
        return gateway;
    }

    private JsonObject next() throws InterruptedException {
        return heard.poll(60, TimeUnit.SECONDS);
    }

    @Test
    void shouldTellOperatorsOnceOfWhatIsLateAndOfWhatNobodyUnderstands() throws Exception {
        payerOwes();
        failuresToCome.set(1);
        Gateway gateway = start();
        JsonObject failed = next();
        Map<String, JsonObject> byKind = new HashMap<>(Map.of(failed.getString("kind"), failed));
        for (int i = 0; i < 3; i++) {
            JsonObject told = next();
            byKind.put(told.getString("kind"), told);
        }
        TestVertx.await(gateway.close());

        assertThat(byKind).containsOnlyKeys("TA1_MISSING", "ACKNOWLEDGEMENT_MISSING", "REPLY_UNREADABLE");
        JsonObject late = byKind.get("ACKNOWLEDGEMENT_MISSING");
        assertThat(late.getMap()).containsEntry("event", "payer-alert").containsEntry("payer", "evergreen")
                .containsEntry("controlNumber", 17).containsEntry("claims", 3).containsKeys("id", "at", "sentAt", "dueAt");
        assertThat(byKind.get("REPLY_UNREADABLE").getString("note")).isEqualTo("byte 0: no ISA");
        assertThat(signatures).hasSize(4).allMatch(signature -> signature.matches("t=[0-9]+,v1=[0-9a-f]{64}"));

        TestVertx.await(start().close());
        assertThat(heard).as("the same again after a restart").isEmpty();
    }
}
