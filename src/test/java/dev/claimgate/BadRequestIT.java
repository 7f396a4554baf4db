package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.claimgate.store.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Requests that cannot be served: each gets a problem that names the cure and is in the contract, and nothing is kept. */
class BadRequestIT {
    private static final int BODY_BYTES_MAX = 100_000;
    private static final String HEAD = "POST /v1/interchanges HTTP/1.1\r\nHost: claimgate\r\nX-API-Key: " + RunningGateway.KEY
            + "\r\nContent-Type: application/EDI-X12\r\n";

    @Order(1)
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();
    @Order(2)
    @RegisterExtension
    static final RunningGateway gateway = new RunningGateway(database, Map.of(
            "CLAIMGATE_INTAKE_HTTP_BODY_BYTES_MAX", "" + BODY_BYTES_MAX, "CLAIMGATE_INTAKE_HTTP_UPLOAD_SECONDS_MAX", "1"));

    static Stream<Arguments> refusals() throws IOException {
        byte[] large = (RunningGateway.file() + " ".repeat(BODY_BYTES_MAX)).getBytes(StandardCharsets.ISO_8859_1);
        return Stream.of(
                arguments(400, "body: is empty", post(new byte[0])),
                arguments(401, "API key: missing", post().setHeader("X-API-Key", " ")),
                arguments(401, "API key: nobody has this key", post().setHeader("X-API-Key", "ZZMARKID")),
                arguments(406, "Accept: must allow", post().header("Accept", "application/xml")),
                arguments(413, "must be at most " + BODY_BYTES_MAX + " bytes", post(large)),
                arguments(413, "must be at most " + BODY_BYTES_MAX + " bytes", chunked(large)),
                arguments(415, "Content-Type: is not one", post().setHeader("Content-Type", "application/json")),
                arguments(400, "body: does not begin with a head of gzip", post().header("Content-Encoding", "gzip")),
                arguments(415, "Content-Encoding: is not one", post().header("Content-Encoding", "br")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("refusals")
    void shouldRefuseAnUploadAndKeepNothing(int status, String cure, HttpRequest.Builder request) throws Exception {
        long before = kept();

        HttpResponse<String> answer = gateway.send(request.uri(gateway.request("/v1/interchanges").build().uri()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(new JsonObject(answer.body()).getString("detail")).contains(cure);
        assertThat(postStatuses()).contains(Integer.toString(status));
        assertThat(kept()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/claims?patientControlNumber=ZZMARKPCN%zz", "/v1/claims?patientControlNumber=%00ZZMARKPCN",
            "/v1/claims?patientControlNumber=", "/v1/claims", "/v1/claims/ZZMARKPCN", "/v1/claims/99999999999999999999",
            "/v1/interchanges/ZZMARKID", "/v1/interchanges/00000000-0000-0000-0000-000000000000/acknowledgements?type=ZZMARKID"})
    void shouldRefuseAQuestionThatIsNotInTheContract(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: claimgate\r\nConnection: close\r\nX-API-Key: "
                + RunningGateway.KEY + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json").doesNotContain(RunningGateway.MARKS);
    }

    @Test
    void shouldHideWhatOthersSent() throws Exception {
        String file = gateway.post(RunningGateway.file()).headers().firstValue("Location").orElseThrow();

        for (String path : new String[] {file, file + "/acknowledgements", "/v1/claims/1"}) {
            HttpRequest.Builder request = gateway.request(path).setHeader("X-API-Key", RunningGateway.OTHER_KEY);
            assertThat(gateway.send(request).statusCode()).isEqualTo(404);
        }
        assertThat(gateway.get(file).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldNameTheMethodsOfAPath() throws Exception {
        HttpResponse<String> answer = gateway.get("/v1/interchanges");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
        for (String method : new String[] {"HEAD", "OPTIONS", "PUT", "DELETE"}) {
            answer = gateway.send(gateway.request("/v1/payers").method(method, BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).as(method).contains("GET");
        }
        assertThat(gateway.get("/v1/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldGiveUpASlowSender() throws Exception {
        String answer = raw(HEAD + "Content-Length: 500\r\n\r\nISA*00*ZZMARKNAME");

        assertThat(answer).startsWith("HTTP/1.1 408 ").contains("did not come within 1 s");
        assertThat(postStatuses()).contains("408");
    }

    @Test
    void shouldKeepNothingOfAnUploadThatBreaksOff() throws Exception {
        long before = kept();
        try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
            socket.getOutputStream().write((HEAD + "Content-Length: 5000\r\n\r\n" + RunningGateway.file())
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
        raw(HEAD + "Transfer-Encoding: chunked\r\n\r\nZZMARKNAME\r\nISA");

        assertThat(gateway.post(RunningGateway.file()).statusCode()).isEqualTo(200);
        assertThat(kept()).isEqualTo(before + 1);
    }

    @Test
    void shouldAnswerWhatIsNotHttpWithAProblemToo() throws Exception {
        assertThat(raw("ZZMARKNAME is not HTTP\r\n\r\n")).contains(" 400 ", "application/problem+json")
                .doesNotContain(RunningGateway.MARKS);
        assertThat(raw("GET /v1/claims?patientControlNumber=" + "ZZMARKPCN".repeat(1000) + " HTTP/1.1\r\n\r\n"))
                .contains(" 414 ", "must be at most 4096 bytes").doesNotContain(RunningGateway.MARKS);
        assertThat(raw("GET /v1/payers HTTP/1.1\r\nX-Long: " + "ZZMARKID".repeat(3000) + "\r\n\r\n"))
                .contains(" 431 ", "must be at most 8192 bytes").doesNotContain(RunningGateway.MARKS);
        assertThat(raw(HEAD + "Content-Length: -1\r\n\r\nISA")).contains(" 400 ", "application/problem+json");
    }

    private static HttpRequest.Builder post() throws IOException {
        return post(RunningGateway.file().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static HttpRequest.Builder post(byte[] body) {
        return header().POST(BodyPublishers.ofByteArray(body));
    }

    private static HttpRequest.Builder chunked(byte[] body) {
        return header().POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    private static HttpRequest.Builder header() {
        return HttpRequest.newBuilder().header("X-API-Key", RunningGateway.KEY).header("Content-Type", "application/EDI-X12");
    }

    /** Sends these bytes and reads until the gateway hangs up. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static long kept() throws SQLException {
        try (Connection connection = database.connect();
             ResultSet rows = connection.createStatement().executeQuery("select count(*) from submission")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The statuses that the contract has for {@code POST /v1/interchanges}. */
    private static Set<String> postStatuses() throws IOException {
        String text = Files.readString(Path.of("src/main/resources/openapi.yaml"));
        Map<?, ?> contract = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
        Map<?, ?> path = (Map<?, ?>) ((Map<?, ?>) contract.get("paths")).get("/v1/interchanges");
        return ((Map<?, ?>) ((Map<?, ?>) path.get("post")).get("responses")).keySet().stream()
                .map(Object::toString).collect(Collectors.toSet());
    }
}
