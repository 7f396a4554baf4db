package dev.claimgate.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.TestVertx;
import dev.claimgate.partner.Operators;
import dev.claimgate.partner.Partner;
import dev.claimgate.partner.PartnerDirectory;
import dev.claimgate.partner.Partners;
import dev.claimgate.store.Sealer;
import dev.claimgate.store.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CheckHandlersIT {
    @RegisterExtension
    static final TestVertx vertx = new TestVertx();
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final String JSON = "application/json";
    private static final String X12 = "application/EDI-X12";
    // SHA-256 of "abc" (FIPS 180-2, B.1)
    private static final Partner NORTH = new Partner("north", "North", List.of(),
            List.of("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));

    private final HttpClient client = HttpClient.newHttpClient();
    private Pool pool;
    private ApiServer server;
    private String deployment;

    @BeforeEach
    void start() {
        pool = database.pool(vertx.get());
        server = new ApiServer("127.0.0.1", 0, Duration.ofSeconds(1), ConnectionSettings.usual(),
                new ApiServer.Access(new Partners(new PartnerDirectory(List.of(NORTH))), Operators.NONE),
                new ApiServer.Uploads(context -> context.response().end(), context -> context.response().end()),
                NoChecks.handlers(), pool, Sealer.NONE, new FixedPayers(List.of(), List.of()), new PlainXml(), new SimpleMeterRegistry(),
                Clock.systemUTC());
        deployment = TestVertx.await(vertx.get().deployVerticle(server));
    }

    @AfterEach
    void stop() {
        TestVertx.await(vertx.get().undeploy(deployment));
        TestVertx.await(pool.close());
    }

    @Test
    void shouldAnswerFindingsOfACodingCheck() throws Exception {
        HttpResponse<String> answer = post("/v1/coding/check", "abc", JSON, """
                {"date": "2026-01-05", "diagnoses": ["L57.0"], "lines": [{"procedure": "17000"}]}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(answer.body()).getBoolean("accepted")).isTrue();
        assertThat(new JsonObject(answer.body()).getJsonArray("findings")).isEmpty();
    }

    @Test
    void shouldJudgeAFileForThePartnerWhoAsks() throws Exception {
        HttpResponse<String> answer = post("/v1/claims/check", "abc", X12, "ISA*");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"partner\":\"north\",\"bytes\":4}");
    }

    @Test
    void shouldTellEveryFaultOfARequestWithoutItsValues() throws Exception {
        HttpResponse<String> answer = post("/v1/coding/check", "abc", JSON, """
                {"patient": {"sex": "SECRET"}, "lines": [{"procedure": "1700O!", "date": "2026-01-05"}], "linez": 1}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(detail(answer)).contains("patient.sex: must be F, M or U", "lines[0].procedure: must be five digits",
                "request: has a member that is not known").doesNotContain("SECRET", "1700O!");
    }

    @Test
    void shouldRefuseWhatIsNoJsonObject() throws Exception {
        for (String body : List.of("", "[]", "{", "\"x\"", "null")) {
            assertThat(post("/v1/coding/check", "abc", JSON, body).statusCode()).as(body).isEqualTo(400);
        }
    }

    @Test
    void shouldRefuseALongBodyAndAnotherMediaType() throws Exception {
        String tooLong = " ".repeat(NoChecks.BODY_BYTES_MAX + 1);

        assertThat(post("/v1/coding/check", "abc", JSON, tooLong).statusCode()).isEqualTo(413);
        assertThat(post("/v1/claims/check", "abc", X12, tooLong).statusCode()).isEqualTo(413);
        assertThat(post("/v1/coding/check", "abc", X12, "{}").statusCode()).isEqualTo(415);
        assertThat(post("/v1/claims/check", "abc", JSON, "ISA*").statusCode()).isEqualTo(415);
    }

    @Test
    void shouldLetNobodyAskWithoutAKey() throws Exception {
        assertThat(post("/v1/coding/check", "abcd", JSON, "{}").statusCode()).isEqualTo(401);
        assertThat(post("/v1/claims/check", "abcd", X12, "ISA*").statusCode()).isEqualTo(401);
    }

    private static String detail(HttpResponse<String> answer) {
        return new JsonObject(answer.body()).getString("detail");
    }

    private HttpResponse<String> post(String path, String key, String type, String body) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("X-API-Key", key).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
