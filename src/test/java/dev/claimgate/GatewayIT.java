package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.config.ConfigException;
import dev.claimgate.store.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole gateway with the files that come with the project, over HTTP. */
class GatewayIT {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final Path CLEAN = Path.of("conf", "demo", "01-two-clean-claims.edi");

    private final HttpClient client = HttpClient.newHttpClient();
    private Gateway gateway;

    @AfterEach
    void close() throws SQLException {
        TestVertx.await(gateway.close());
        database.clear();
    }

    @Test
    void shouldAnswerACleanFileWithItsVerdict() throws Exception {
        start(Map.of());

        HttpResponse<String> answer = post(CLEAN, "demo-key-northside", "application/json");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonObject file = new JsonObject(answer.body());
        assertThat(file.getString("state")).isEqualTo("VALIDATED");
        assertThat(file.getJsonObject("summary").getJsonObject("claims").getInteger("accepted")).isEqualTo(2);
        assertThat(kinds(file)).contains("999", "277CA");
    }

    @Test
    void shouldShowAFileToItsSenderOnly() throws Exception {
        start(Map.of());
        String id = new JsonObject(post(CLEAN, "demo-key-northside", "application/json").body()).getString("id");

        assertThat(get("/v1/interchanges/" + id, "demo-key-northside").statusCode()).isEqualTo(200);
        assertThat(get("/v1/interchanges/" + id, "demo-key-lakeview").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldAnswerInX12WhenAsked() throws Exception {
        start(Map.of());

        HttpResponse<String> answer = post(CLEAN, "demo-key-northside", "application/EDI-X12");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/EDI-X12");
        assertThat(answer.body()).startsWith("ISA").contains("ST*999*", "ST*277*");
    }

    @Test
    void shouldBeLiveAndReadyAndMeasured() throws Exception {
        start(Map.of());
        post(CLEAN, "demo-key-northside", "application/json");

        assertThat(manage("/health/live").statusCode()).isBetween(200, 204);
        HttpResponse<String> ready = manage("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).contains("database", "guides", "code-tables");
        assertThat(manage("/metrics").body()).contains("vertx_http_server", "jvm_memory", "resilience4j_circuitbreaker",
                        "claimgate_queue_size{queue=\"files\"} 0.0", "claimgate_queue_age_seconds{queue=\"interchanges\"} ")
                .doesNotContain("northside");
    }

    @Test
    void shouldNameThePortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> start(Map.of("CLAIMGATE_HTTP_HOST", "0.0.0.0", "CLAIMGATE_HTTP_PORT", "" + port)))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageStartingWith("conf/gateway.yaml: http.host and port are 0.0.0.0:" + port + ", must be a free");
        }
    }

    @Test
    void shouldReportFaultyCodeTablesAndGuides() {
        assertThatThrownBy(() -> start(Map.of("CLAIMGATE_PATHS_EDI_SPECS", "no-such-folder")))
                .hasMessageContaining("no-such-folder");
    }

    private void start(Map<String, String> overrides) {
        Map<String, String> environment = new HashMap<>(Map.of("CLAIMGATE_HTTP_PORT", "0", "CLAIMGATE_MANAGEMENT_PORT", "0",
                "CLAIMGATE_DATABASE_URL", database.settings().url().orElseThrow()));
        environment.putAll(overrides);
        gateway = new Gateway(GatewayConfig.load(Path.of("conf/gateway.yaml"), Path.of(""), environment),
                Clock.systemDefaultZone());
        TestVertx.await(gateway.start());
    }

    private HttpResponse<String> post(Path file, String key, String accept) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(api("/v1/interchanges")).header("X-API-Key", key).header("Accept", accept)
                .header("Content-Type", "application/EDI-X12").POST(BodyPublishers.ofByteArray(Files.readAllBytes(file)))
                .build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(api(path)).header("X-API-Key", key).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> manage(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + gateway.managementPort() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private URI api(String path) {
        return URI.create("http://127.0.0.1:" + gateway.port() + path);
    }

    private static List<String> kinds(JsonObject file) {
        JsonArray acknowledgements = file.getJsonArray("acknowledgements");
        return acknowledgements.stream().map(each -> ((JsonObject) each).getString("kind")).toList();
    }
}
