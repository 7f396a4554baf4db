package dev.claimgate.intake;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.TestVertx;
import dev.claimgate.partner.Partner;
import dev.claimgate.store.Notices;
import dev.claimgate.store.TestDatabase;
import dev.claimgate.web.Callers;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HttpIntakeIT {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();
    @RegisterExtension
    static final TestVertx vertx = new TestVertx();

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Pool pool;
    private HttpServer server;
    private Notices notices;

    @BeforeEach
    void open() throws SQLException {
        database.clear();
        pool = database.pool(vertx.get());
        notices = new Notices(vertx.get());
    }

    @AfterEach
    void close() {
        await(server.close());
        await(pool.close());
    }

    @Test
    void shouldKeepTheFileAndTellWhereToAsk() throws Exception {
        serve(settings(1_000_000, 0));
        HttpResponse<String> answer = post("ISA*00~", "application/EDI-X12");
        assertThat(answer.statusCode()).isEqualTo(202);
        JsonObject json = new JsonObject(answer.body());
        assertThat(answer.headers().firstValue("Location")).hasValue("/v1/interchanges/" + json.getString("id"));
        assertThat(json.getString("sha256")).isEqualTo(sha256("ISA*00~".getBytes(StandardCharsets.US_ASCII)));
        assertThat(rows("select s.id, s.partner_id, s.channel, s.byte_count, s.state, encode(s.sha256, 'hex'), c.bytes"
                + " from submission s join submission_chunk c on c.submission_id = s.id"))
                .containsExactly(json.getString("id") + " northside HTTP 7 RECEIVED " + json.getString("sha256")
                        + " " + "\\x" + HexFormat.of().formatHex("ISA*00~".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void shouldStreamALargeFileInChunksThatAddUpToIt() throws Exception {
        serve(settings(30_000_000, 0));
        byte[] file = random(20_000_000);
        HttpResponse<String> answer = post(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(file)),
                "text/plain; charset=us-ascii", "*/*");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(rows("select byte_count, encode(sha256, 'hex') from submission"))
                .containsExactly("20000000 " + sha256(file));
        assertThat(rows("select sum(length(bytes)), max(length(bytes)) <= 327680, max(sequence) + 1 = count(*)"
                + " from submission_chunk")).containsExactly("20000000 t t");
        assertThat(stored()).isEqualTo(file);
    }

    @Test
    void shouldRefuseAnAnnouncedLargeFileAtOnceAndAnUnannouncedOneOnTheWay() throws Exception {
        serve(settings(600_000, 0));
        byte[] file = random(600_001);
        HttpResponse<String> announced = post(BodyPublishers.ofByteArray(file), "application/octet-stream", "*/*");
        assertProblem(announced, 413, "at most 600000 bytes");
        HttpResponse<String> chunked = post(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(file)),
                "application/octet-stream", "*/*");
        assertProblem(chunked, 413, "at most 600000 bytes");
        assertNothingKept();
    }

    @Test
    void shouldRefuseWhatIsNoFileOfClaims() throws Exception {
        serve(settings(1_000, 0));
        assertProblem(post("{}", "application/json"), 415, "application/EDI-X12");
        assertProblem(post("", "application/EDI-X12"), 400, "body: is empty");
        assertProblem(post(BodyPublishers.ofInputStream(InputStream::nullInputStream), "text/plain", "*/*"), 400,
                "body: is empty");
        assertProblem(post(BodyPublishers.ofString("ISA"), "text/plain", "image/png"), 406, "application/json");
        assertNothingKept();
    }

    @Test
    void shouldKeepNothingOfAnUploadThatBreaksOff() throws Exception {
        serve(settings(10_000_000, 0));
        try (Socket socket = begin(2_000_000)) {
            socket.getOutputStream().write(random(1_000_000));
            socket.getOutputStream().flush();
            waitFor("select count(*) from pg_stat_activity where state = 'idle in transaction'"
                    + " and datname = current_database()", "1");
        }
        waitFor("select count(*) from pg_stat_activity where state like 'idle in%' and datname = current_database()", "0");
        assertNothingKept();
        assertThat(post("ISA", "text/plain").statusCode()).isEqualTo(202);
    }

    @Test
    void shouldTurnLargeFilesAwayBeyondItsStreamsButGoOnTakingSmallOnes() throws Exception {
        serve(settings(10_000_000, 0));
        try (Socket first = begin(2_000_000); Socket second = begin(2_000_000)) {
            for (Socket socket : List.of(first, second)) {
                socket.getOutputStream().write(random(400_000));
                socket.getOutputStream().flush();
            }
            waitFor("select count(*) from pg_stat_activity where state = 'idle in transaction'"
                    + " and datname = current_database()", "2");
            HttpResponse<String> third = post(BodyPublishers.ofByteArray(random(400_000)), "text/plain", "*/*");
            assertProblem(third, 503, "send this one again later");
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
            assertThat(post("ISA", "text/plain").statusCode()).isEqualTo(202);
        }
    }

    @Test
    void shouldGiveUpAnUploadThatTakesTooLong() throws Exception {
        serve(new IntakeSettings(1_000_000, 0, Duration.ofSeconds(1), 10, 2, Duration.ofSeconds(1)));
        try (Socket socket = begin(500_000)) {
            socket.getOutputStream().write(random(300_000));
            socket.getOutputStream().flush();
            assertThat(firstLine(socket)).contains("408");
        }
        assertNothingKept();
    }

    @Test
    void shouldSayThatTheDatabaseIsGoneAndServeAgainWhenItIsBack() throws Exception {
        Pool closed = database.pool(vertx.get());
        await(closed.close());
        serve(new HttpIntake(closed, notices, settings(1_000_000, 0), Clock.systemUTC()));
        assertProblem(post("ISA", "text/plain"), 503, "database");
        assertProblem(post(BodyPublishers.ofByteArray(random(600_000)), "text/plain", "*/*"), 503, "database");
        await(server.close());
        serve(settings(1_000_000, 0));
        assertThat(post("ISA", "text/plain").statusCode()).isEqualTo(202);
    }

    @Test
    void shouldKeepNothingWhenTheDatabaseGoesAwayDuringAnUpload() throws Exception {
        serve(settings(10_000_000, 0));
        try (Socket socket = begin(1_000_000)) {
            socket.getOutputStream().write(random(500_000));
            socket.getOutputStream().flush();
            waitFor("select count(*) from pg_stat_activity where state = 'idle in transaction'"
                    + " and datname = current_database()", "1");
            database.dropConnections();
            socket.getOutputStream().write(random(500_000));
            socket.getOutputStream().flush();
            assertThat(firstLine(socket)).contains("503");
        }
        assertNothingKept();
        assertThat(post("ISA", "text/plain").statusCode()).isEqualTo(202);
    }

    @Test
    void shouldAnswerWithTheVerdictWhenItComesInTime() throws Exception {
        serve(settings(1_000_000, 1_000));
        notices.onReceived(() -> decide("VALIDATED", "{\"claims\":{\"accepted\":1}}"));
        HttpResponse<String> json = post(BodyPublishers.ofString("ISA"), "text/plain", "application/json");
        assertThat(json.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(json.body()).getJsonObject("summary").getJsonObject("claims").getInteger("accepted"))
                .isEqualTo(1);
        HttpResponse<String> x12 = post(BodyPublishers.ofString("ISA"), "text/plain", "application/EDI-X12");
        assertThat(x12.statusCode()).isEqualTo(200);
        assertThat(x12.headers().firstValue("Content-Type")).hasValue("application/EDI-X12");
        assertThat(x12.body()).isEqualTo("TA1~");
    }

    @Test
    void shouldSeeTheVerdictThatAnotherGatewayGave() throws Exception {
        serve(settings(1_000_000, 1_000));
        Notices unheard = new Notices(vertx.get());
        notices.onReceived(() -> vertx.get().setTimer(100, later -> decideQuietly(unheard)));
        assertThat(post("ISA", "text/plain").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldAnswer202WhenTheVerdictTakesTooLong() throws Exception {
        serve(new IntakeSettings(1_000, 1_000, Duration.ofSeconds(1), 10, 2, Duration.ofSeconds(10)));
        assertThat(post("ISA", "text/plain").statusCode()).isEqualTo(202);
    }

    @Test
    void shouldCallAFileThatIsNotX12Unprocessable() throws Exception {
        serve(settings(1_000_000, 1_000));
        notices.onReceived(() -> decide("UNREADABLE", "{\"unreadable\":[{\"offset\":3,\"reason\":\"no ISA\"}]}"));
        assertProblem(post("hello", "text/plain"), 422, "body, byte 3: no ISA");
    }

    private void decide(String state, String summary) {
        pool.query("with done as (update submission set state = '" + state + "', summary = '" + summary + "'"
                        + " where state = 'RECEIVED' returning id, partner_id),"
                        + " a as (insert into acknowledgement (submission_id, partner_id, kind, origin, interchange_ordinal,"
                        + " control_number, byte_count, created_at) select id, partner_id, 'TA1', 'GATEWAY', 1, 1, 4, now()"
                        + " from done returning id, submission_id),"
                        + " c as (insert into acknowledgement_chunk select id, 0, 'TA1~'::bytea from a)"
                        + " select submission_id from a").execute()
                .onSuccess(rows -> rows.forEach(row -> notices.decided(row.getUUID(0))));
    }

    private void decideQuietly(Notices unheard) {
        pool.query("update submission set state = 'VALIDATED', summary = '{}' returning id").execute()
                .onSuccess(rows -> rows.forEach(row -> unheard.decided(row.getUUID(0))));
    }

    private static IntakeSettings settings(long bodyBytesMax, long syncBytesMax) {
        return new IntakeSettings(bodyBytesMax, syncBytesMax, Duration.ofSeconds(5), 10, 2, Duration.ofSeconds(60));
    }

    private void serve(IntakeSettings settings) {
        serve(new HttpIntake(pool, notices, settings, Clock.systemUTC()));
    }

    private void serve(HttpIntake intake) {
        Router router = Router.router(vertx.get());
        router.post("/v1/interchanges").handler(context -> {
            Callers.identify(context, new Partner("northside", "Northside", List.of(), List.of()), "key");
            context.next();
        }).handler(intake);
        server = await(vertx.get().createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0)
                .setHandle100ContinueAutomatically(true)).requestHandler(router).listen());
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.actualPort() + "/v1/interchanges");
    }

    private HttpResponse<String> post(String body, String type) throws IOException, InterruptedException {
        return post(BodyPublishers.ofString(body), type, "application/json");
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body, String type, String accept)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri()).header("Content-Type", type).header("Accept", accept)
                .timeout(Duration.ofSeconds(30)).POST(body).build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** A request of which only the head has been sent. */
    private Socket begin(int length) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.actualPort());
        socket.setSoTimeout(20_000);
        OutputStream out = socket.getOutputStream();
        out.write(("POST /v1/interchanges HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: " + length
                + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    private static String firstLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = socket.getInputStream().read(); b >= 0 && b != '\n'; b = socket.getInputStream().read()) {
            line.append((char) b);
        }
        return line.toString();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(new JsonObject(answer.body()).getString("detail")).contains(detail);
    }

    private static void assertNothingKept() throws SQLException {
        assertThat(rows("select count(*) from submission")).containsExactly("0");
        assertThat(rows("select count(*) from submission_chunk")).containsExactly("0");
    }

    private static void waitFor(String sql, String expected) throws SQLException, InterruptedException {
        List<String> seen = rows(sql);
        for (int i = 0; i < 200 && !seen.contains(expected); i++) {
            Thread.sleep(50);
            seen = rows(sql);
        }
        assertThat(seen).containsExactly(expected);
    }

    private static byte[] stored() throws SQLException {
        try (Connection connection = database.connect(); ResultSet rows = connection.createStatement()
                .executeQuery("select string_agg(bytes, '' order by sequence) from submission_chunk")) {
            rows.next();
            return rows.getBytes(1);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static List<String> rows(String sql) throws SQLException {
        try (Connection connection = database.connect(); ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            String[] line = new String[rows.getMetaData().getColumnCount()];
            while (rows.next()) {
                for (int i = 0; i < line.length; i++) {
                    line[i] = rows.getString(i + 1);
                }
                lines.add(String.join(" ", Arrays.asList(line)));
            }
            return lines;
        }
    }
}
