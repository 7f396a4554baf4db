package dev.claimgate.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.TestVertx;
import dev.claimgate.partner.Partner;
import dev.claimgate.partner.PartnerDirectory;
import dev.claimgate.partner.Partners;
import dev.claimgate.store.PayerStatus;
import dev.claimgate.store.Sealer;
import dev.claimgate.store.TestDatabase;
import dev.claimgate.web.Callers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApiServerIT {
    @RegisterExtension
    static final TestVertx vertx = new TestVertx();
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    // SHA-256 of "abc" (FIPS 180-2, B.1) and of the 448-bit message (B.2)
    private static final Partner NORTH = new Partner("north", "North", List.of(),
            List.of("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    private static final Partner LAKE = new Partner("lake", "Lake", List.of(),
            List.of("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
    private static final String NORTH_KEY = "abc";
    private static final String LAKE_KEY = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";

    private final HttpClient client = HttpClient.newHttpClient();
    private Pool pool;
    private ApiServer server;
    private String deployment;
    private Connection connection;
    private Rows rows;

    @BeforeEach
    void start() throws SQLException {
        pool = database.pool(vertx.get());
        server = new ApiServer("127.0.0.1", 0, Duration.ofSeconds(1), ConnectionSettings.usual(),
                new Partners(new PartnerDirectory(List.of(NORTH, LAKE))),
                context -> context.response().setStatusCode(299).end(Callers.of(context).id()), NoChecks.handlers(),
                pool, Sealer.NONE,
                partner -> Future.succeededFuture(List.of(new PayerStatus("evergreen", "Evergreen", "OPEN", 3, 2, 1))),
                new SimpleMeterRegistry(), Clock.systemUTC());
        deployment = TestVertx.await(vertx.get().deployVerticle(server));
        connection = database.connect();
        rows = new Rows(connection);
    }

    @AfterEach
    void stop() throws SQLException {
        TestVertx.await(vertx.get().undeploy(deployment));
        TestVertx.await(pool.close());
        connection.close();
        database.clear();
    }

    @Test
    void shouldTellASenderHowHisFileStands() throws Exception {
        UUID id = rows.submission("north");
        rows.acknowledgement(id, "north", "TA1", "ISA*TA1~");

        JsonObject file = json(get("/v1/interchanges/" + id, NORTH_KEY));

        assertThat(file.getString("state")).isEqualTo("VALIDATED");
        assertThat(file.getString("receivedAt")).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(file.getString("sha256")).isEqualTo("ab".repeat(32));
        assertThat(file.getJsonObject("summary").getJsonObject("claims").getInteger("accepted")).isEqualTo(1);
        assertThat(file.getJsonArray("acknowledgements").getJsonObject(0).getString("kind")).isEqualTo("TA1");
    }

    @Test
    void shouldHideFilesAndClaimsOfOthers() throws Exception {
        UUID id = rows.submission("north");
        rows.acknowledgement(id, "north", "999", "ISA*999~");
        long claim = rows.claim(id, "north", "PCN-1", "WAITING", "");

        assertProblem(get("/v1/interchanges/" + id, LAKE_KEY), 404, "interchange: you sent none with this id");
        assertProblem(get("/v1/interchanges/" + id + "/acknowledgements", LAKE_KEY), 404, "interchange: you sent none");
        assertProblem(get("/v1/claims/" + claim, LAKE_KEY), 404, "claim: you have none with this number");
        assertThat(json(get("/v1/claims?patientControlNumber=PCN-1", LAKE_KEY)).getJsonArray("claims")).isEmpty();
        assertThat(json(get("/v1/claims?patientControlNumber=PCN-1", NORTH_KEY)).getJsonArray("claims")).hasSize(1);
    }

    @Test
    void shouldGiveAcknowledgementsAsX12InTheOrderTheyWereWritten() throws Exception {
        UUID id = threeAcknowledgements();

        HttpResponse<String> answer = get("/v1/interchanges/" + id + "/acknowledgements", NORTH_KEY, "application/EDI-X12");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/EDI-X12");
        assertThat(answer.body()).isEqualTo("ISA*TA1~" + "ISA*999*0~1~2~3~4~5~6~7~8~9~" + "ISA*277~");
    }

    @Test
    void shouldGiveOneKindOfAcknowledgement() throws Exception {
        UUID id = threeAcknowledgements();
        String path = "/v1/interchanges/" + id + "/acknowledgements?type=";

        assertThat(get(path + "277CA", NORTH_KEY, "application/EDI-X12").body()).isEqualTo("ISA*277~");
        JsonArray list = json(get(path + "999", NORTH_KEY)).getJsonArray("acknowledgements");
        assertThat(list).hasSize(1);
        assertThat(list.getJsonObject(0).getString("x12")).isEqualTo("ISA*999*0~1~2~3~4~5~6~7~8~9~");
        assertProblem(get(path + "997", NORTH_KEY), 400, "request: ");
    }

    @Test
    void shouldTellAClaimWithItsTimeline() throws Exception {
        UUID id = rows.submission("north");
        long number = rows.claim(id, "north", "PCN-1", "PAYER_REJECTED", "");
        rows.sentAndRejectedByPayer(number);

        JsonObject claim = json(get("/v1/claims/" + number, NORTH_KEY));

        assertThat(claim.getString("charge")).isEqualTo("125.05");
        assertThat(claim.getString("serviceFrom")).isEqualTo("2026-02-15");
        assertThat(claim.containsKey("serviceTo")).isFalse();
        assertThat(claim.getJsonObject("payer")).isEqualTo(new JsonObject().put("code", "EVG01").put("id", "evergreen"));
        assertThat(claim.getJsonArray("timeline").stream().map(event -> ((JsonObject) event).getString("event")))
                .containsExactly("RECEIVED", "ACCEPTED", "QUEUED", "SENT", "PAYER_REJECTED");
        JsonObject last = claim.getJsonArray("timeline").getJsonObject(4);
        assertThat(last.getString("payerClaimNumber")).isEqualTo("P-99");
        assertThat(last.getJsonArray("statuses")).containsExactly("A3:562:85", "A3:21");
    }

    @Test
    void shouldTellWhyAClaimWasRejected() throws Exception {
        UUID id = rows.submission("north");
        long number = rows.claim(id, "north", "PCN-2", "REJECTED", "A8:400 A8:178");

        JsonObject claim = json(get("/v1/claims/" + number, NORTH_KEY));

        assertThat(claim.getJsonArray("statuses")).containsExactly("A8:400", "A8:178");
        assertThat(claim.getJsonArray("timeline").getJsonObject(1).getString("event")).isEqualTo("REJECTED");
    }

    @Test
    void shouldTellHowThePayersStand() throws Exception {
        JsonObject payer = json(get("/v1/payers", NORTH_KEY)).getJsonArray("payers").getJsonObject(0);

        assertThat(payer).isEqualTo(new JsonObject().put("id", "evergreen").put("name", "Evergreen").put("breaker", "OPEN")
                .put("waiting", 3).put("sent", 2).put("failed", 1));
    }

    @Test
    void shouldRefuseMissingAndUnknownKeys() throws Exception {
        assertProblem(get("/v1/payers", null), 401, "API key: missing, must be sent as X-API-Key: KEY");
        assertProblem(get("/v1/payers", "wrong"), 401, "API key: no trading partner has this key");
        assertProblem(get("/v1/claims/nonsense", "wrong"), 401, "API key");
        assertThat(get("/v1/payers", null).headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void shouldTakeTheKeyAsBearerToo() throws Exception {
        HttpRequest request = request("/v1/payers").header("Authorization", "bearer " + LAKE_KEY).build();

        assertThat(send(request).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldAnswerEveryWrongRequestWithAProblemThatNamesTheCure() throws Exception {
        assertProblem(get("/v1/nothing", NORTH_KEY), 404, "path: nothing is served here, must be one of those in openapi.yaml");
        assertProblem(get("/v1/interchanges/17", NORTH_KEY), 400, "request: ");
        assertProblem(get("/v1/claims/12a", NORTH_KEY), 400, "request: ");
        assertProblem(get("/v1/claims", NORTH_KEY), 400, "request: ");
        assertProblem(get("/v1/payers", NORTH_KEY, "text/html"), 406, "Accept: ");
        assertProblem(send(request("/v1/payers").header("X-API-Key", NORTH_KEY).DELETE().build()), 405, "method: DELETE");
        assertProblem(get("/v1/interchanges/" + UUID.randomUUID(), NORTH_KEY), 404, "interchange: ");
    }

    @Test
    void shouldHandUploadsWithTheirSenderToIntake() throws Exception {
        HttpRequest upload = request("/v1/interchanges").header("X-API-Key", LAKE_KEY)
                .header("Content-Type", "application/EDI-X12").POST(HttpRequest.BodyPublishers.ofString("ISA")).build();

        HttpResponse<String> answer = send(upload);

        assertThat(answer.statusCode()).isEqualTo(299);
        assertThat(answer.body()).isEqualTo("lake");
    }

    @Test
    void shouldSay503WhileTheDatabaseIsGone() throws Exception {
        UUID id = rows.submission("north");
        TestVertx.await(pool.close());

        HttpResponse<String> answer = get("/v1/interchanges/" + id, NORTH_KEY);

        assertProblem(answer, 503, "database: does not answer now");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void shouldPublishTheContractToEverybody() throws Exception {
        assertThat(get("/openapi.yaml", null).body()).startsWith("openapi: 3.1.0");
    }

    private UUID threeAcknowledgements() throws SQLException {
        UUID id = rows.submission("north");
        rows.acknowledgement(id, "north", "TA1", "ISA*TA1~");
        rows.acknowledgement(id, "north", "999", "ISA*999*", "0~", "1~", "2~", "3~", "4~", "5~", "6~", "7~", "8~", "9~");
        rows.acknowledgement(id, "north", "277CA", "ISA*277~");
        return id;
    }

    private HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
        return get(path, key, "application/json");
    }

    private HttpResponse<String> get(String path, String key, String accept) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).header("Accept", accept);
        return send(key == null ? request.build() : request.header("X-API-Key", key).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        return new JsonObject(answer.body());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonObject problem = new JsonObject(answer.body());
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("detail")).startsWith(detail);
    }
}
