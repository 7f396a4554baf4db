package dev.claimgate.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.TestVertx;
import dev.claimgate.partner.ApiKeys;
import dev.claimgate.partner.Operators;
import dev.claimgate.partner.Partner;
import dev.claimgate.partner.PartnerDirectory;
import dev.claimgate.partner.Partners;
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
    private static final String DESK_KEY = "night";
    private static final Operators.Operator DESK = new Operators.Operator("desk", List.of(ApiKeys.hash(DESK_KEY)));
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
                new ApiServer.Access(new Partners(new PartnerDirectory(List.of(NORTH, LAKE))), new Operators(List.of(DESK))),
                new ApiServer.Uploads(context -> context.response().setStatusCode(299).end(Callers.of(context).id()),
                        context -> context.response().setStatusCode(298).end()), NoChecks.handlers(), pool, Sealer.NONE,
                FixedPayers.EVERGREEN, new PlainXml(),
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

        assertThat(payer).isEqualTo(new JsonObject("""
                {"id": "evergreen", "name": "Evergreen", "breaker": "OPEN", "waiting": 3, "sent": 2, "failed": 1,
                 "held": true, "heldSince": "2026-03-01T12:00:00Z", "pausedUntil": "2026-03-01T12:00:30Z",
                 "windows": {"open": false, "zone": "UTC",
                             "times": [{"days": ["mon", "fri"], "from": "06:00", "to": "22:00"}]},
                 "bulkhead": {"callsMax": 4, "callsOpen": 1}, "rate": {"calls": 10, "periodMillis": 1000, "left": 9},
                 "overdue": {"ta1": 7, "acknowledgements": 8, "claims": 9}}"""));
        assertThat(json(get("/v1/payers", DESK_KEY)).getJsonArray("payers").getJsonObject(0).getString("heldBy"))
                .isEqualTo("desk");
    }

    @Test
    void shouldListAlertsForOperators() throws Exception {
        JsonArray alerts = json(get("/v1/alerts", DESK_KEY)).getJsonArray("alerts");

        assertThat(alerts).isEqualTo(new JsonArray("""
                [{"payer": "evergreen", "kind": "ACKNOWLEDGEMENT_MISSING", "at": "2026-03-01T12:00:00Z",
                  "dueAt": "2026-03-01T16:00:00Z", "claims": 2, "controlNumber": 41},
                 {"payer": "evergreen", "kind": "REPLY_UNREADABLE", "at": "2026-03-01T12:00:00Z",
                  "note": "byte 0: no ISA"}]"""));
    }

    @Test
    void shouldKeepOperatorsAndPartnersApart() throws Exception {
        assertProblem(get("/v1/alerts", NORTH_KEY), 403, "API key: is that of a partner, must be that of an operator");
        assertProblem(post("/v1/payers/evergreen/hold", NORTH_KEY), 403, "API key: is that of a partner");
        assertProblem(post("/v1/payers/evergreen/release", NORTH_KEY), 403, "API key: is that of a partner");
        assertProblem(post("/v1/payers/evergreen/hold", "wrong"), 401, "API key: nobody has this key");
        assertProblem(get("/v1/claims?patientControlNumber=X", DESK_KEY), 403, "API key: is that of an operator");
        assertProblem(post("/v1/payers/nobody/hold", DESK_KEY), 404, "payer: none has this id");
        assertThat(rows.texts("select payer_id from payer_gate")).isEmpty();
    }

    @Test
    void shouldHoldAndReleaseAPayerAndKeepWhoDidIt() throws Exception {
        assertThat(post("/v1/payers/evergreen/hold?note=wrong%20answers", DESK_KEY).statusCode()).isEqualTo(200);
        assertThat(rows.texts("select held_by || ' ' || note from payer_gate where held_at is not null"))
                .containsExactly("desk wrong answers");

        assertThat(post("/v1/payers/evergreen/release", DESK_KEY).statusCode()).isEqualTo(200);
        assertThat(rows.texts("select payer_id from payer_gate where held_at is not null")).isEmpty();
        assertThat(rows.texts("select actor || ' ' || action || ' ' || object from audit_event order by id"))
                .containsExactly("operator:desk payer-held evergreen", "operator:desk payer-released evergreen");
    }

    @Test
    void shouldRefuseMissingAndUnknownKeys() throws Exception {
        assertProblem(get("/v1/payers", null), 401, "API key: missing, must be sent as X-API-Key: KEY");
        assertProblem(get("/v1/payers", "wrong"), 401, "API key: nobody has this key");
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
    void shouldLetPayersBringRepliesWithoutAPartnersKey() throws Exception {
        assertThat(post("/v1/payers/evergreen/replies", "whatever").statusCode()).isEqualTo(298);
        assertThat(get("/v1/payers/evergreen/replies", NORTH_KEY).statusCode()).isEqualTo(405);
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

    private HttpResponse<String> post(String path, String key) throws IOException, InterruptedException {
        return send(request(path).header("X-API-Key", key).POST(HttpRequest.BodyPublishers.noBody()).build());
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
