package dev.claimgate.intake;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.TestVertx;
import dev.claimgate.partner.Partner;
import dev.claimgate.store.Notices;
import dev.claimgate.store.TestDatabase;
import dev.claimgate.web.Callers;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.sqlclient.Pool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files that come packed, come again, or hardly come at all. */
class PackedUploadIT {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();
    @RegisterExtension
    static final TestVertx vertx = new TestVertx();

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Pool pool;
    private HttpServer server;

    @BeforeEach
    void serve() throws SQLException {
        database.clear();
        pool = database.pool(vertx.get());
        IntakeSettings settings = new IntakeSettings(20_000_000, 0, Duration.ofSeconds(5), 20, 10, 10, Duration.ofSeconds(60),
                1000, 200, 2_000_000, 5);
        HttpIntake intake = new HttpIntake(pool, new Notices(vertx.get()), settings, Clock.systemUTC());
        Router router = Router.router(vertx.get());
        router.post("/v1/interchanges").handler(context -> {
            String partner = context.request().getHeader("X-Partner");
            Callers.identify(context, new Partner(partner, partner, List.of(), List.of()), "key");
            context.next();
        }).handler(intake);
        server = await(vertx.get().createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    @AfterEach
    void close() {
        await(server.close());
        await(pool.close());
    }

    @Test
    void shouldKeepAGzippedFileUnpacked() throws Exception {
        byte[] file = halfRandom(1_500_000);
        HttpResponse<String> answer = send(request(GunzipTest.gzip(file)).header("Content-Encoding", "gzip"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(new JsonObject(answer.body()).getLong("byteCount")).isEqualTo(file.length);
        assertThat(bytes("select string_agg(bytes, '' order by sequence) from submission_chunk")).isEqualTo(file);

        assertThat(send(request(GunzipTest.gzip("ISA*00~".getBytes())).header("Content-Encoding", "gzip")).statusCode())
                .isEqualTo(202);
        assertThat(number("select count(*) from submission where byte_count = 7")).isEqualTo(1);
    }

    @Test
    void shouldRefuseBombsAndBrokenPackingsAndKeepNothing() throws Exception {
        byte[] bomb = new byte[15_000_000];
        assertProblem(send(request(GunzipTest.gzip(bomb)).header("Content-Encoding", "gzip")), 413, "200 times");
        assertProblem(send(request(zip(bomb)).setHeader("Content-Type", "application/zip")), 413, "200 times");
        assertProblem(send(request(halfRandom(2_000_001)).setHeader("Content-Type", "application/zip")), 413, "zipBytesMax");
        byte[][] many = IntStream.range(0, 6).mapToObj(i -> new byte[] {'I'}).toArray(byte[][]::new);
        assertProblem(send(request(zip(many)).setHeader("Content-Type", "application/zip")), 413, "more than 5 files");
        assertProblem(send(request("ISA".getBytes()).setHeader("Content-Type", "application/zip")), 400, "holds no file");
        assertProblem(send(request("ISA".getBytes()).header("Content-Encoding", "gzip")), 400, "must be gzip");
        assertProblem(send(request("ISA".getBytes()).header("Content-Encoding", "br")), 415, "must be gzip");
        assertThat(number("select count(*) from submission")).isZero();
    }

    @Test
    void shouldMakeEachFileOfAZipASubmission() throws Exception {
        byte[] large = halfRandom(1_200_000);
        HttpResponse<String> answer = send(request(zip("ISA*1~".getBytes(), large, "ISA*3~".getBytes()))
                .setHeader("Content-Type", "application/zip"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonArray submissions = new JsonObject(answer.body()).getJsonArray("submissions");
        assertThat(submissions.stream().map(each -> ((JsonObject) each).getInteger("byteCount")))
                .containsExactly(6, 1_200_000, 6);
        String second = submissions.getJsonObject(1).getString("id");
        assertThat(bytes("select string_agg(bytes, '' order by sequence) from submission_chunk where submission_id = '" + second
                + "'")).isEqualTo(large);
    }

    @Test
    void shouldKeepNoFileOfAZipOfWhichOneCannotBeKept() throws Exception {
        assertProblem(send(request(zip("ISA*1~".getBytes(), new byte[0])).setHeader("Content-Type", "application/zip")), 400,
                "empty file");
        assertThat(number("select count(*) from submission")).isZero();
    }

    @Test
    void shouldAnswerARepeatedRequestWithWhatTheFirstOneBrought() throws Exception {
        HttpResponse<String> first = send(request("ISA*1~".getBytes()).header("Idempotency-Key", "k-1"));
        HttpResponse<String> again = send(request("ISA*1~".getBytes()).header("Idempotency-Key", "k-1"));
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertProblem(send(request("ISA*2~".getBytes()).header("Idempotency-Key", "k-1")), 422, "another body");
        assertThat(number("select count(*) from submission")).isEqualTo(1);

        HttpResponse<String> other = send(request("ISA*1~".getBytes()).header("Idempotency-Key", "k-1")
                .setHeader("X-Partner", "lake"));
        assertThat(new JsonObject(other.body()).getString("id")).isNotEqualTo(new JsonObject(first.body()).getString("id"));
        assertProblem(send(request("ISA".getBytes()).header("Idempotency-Key", "a b")), 400, "Idempotency-Key");
    }

    @Test
    void shouldKeepAFileOnceHoweverOftenItComesAtTheSameTime() throws Exception {
        byte[] body = zip("ISA*1~".getBytes(), halfRandom(600_000));
        List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, 6).mapToObj(i -> client.sendAsync(request(body)
                .setHeader("Content-Type", "application/zip").header("Idempotency-Key", "k-2").build(),
                BodyHandlers.ofString())).toList();
        for (CompletableFuture<HttpResponse<String>> each : all) {
            assertThat(each.get().statusCode()).as(each.get().body()).isEqualTo(202);
        }
        assertThat(all.stream().map(each -> each.join().body()).distinct()).hasSize(1);
        assertThat(number("select count(*) from submission")).isEqualTo(2);
    }

    @Test
    void shouldCutOffABodyThatTrickles() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(("POST /v1/interchanges HTTP/1.1\r\nHost: x\r\nX-Partner: north\r\n"
                    + "Content-Type: text/plain\r\nContent-Length: 100000\r\n\r\nISA").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            byte[] start = socket.getInputStream().readNBytes(12);
            assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 408");
        }
        assertThat(number("select count(*) from submission")).isZero();
    }

    private HttpRequest.Builder request(byte[] body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/v1/interchanges"))
                .timeout(Duration.ofSeconds(30)).header("X-Partner", "north").header("Content-Type", "application/EDI-X12")
                .POST(BodyPublishers.ofByteArray(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static byte[] zip(byte[]... files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("folder/"));
            for (int i = 0; i < files.length; i++) {
                zip.putNextEntry(new ZipEntry("folder/../../file-" + i + ".edi"));
                zip.write(files[i]);
            }
        }
        return out.toByteArray();
    }

    private static byte[] halfRandom(int length) {
        byte[] bytes = new byte[length];
        new Random(5).nextBytes(bytes);
        Arrays.fill(bytes, 0, length / 2, (byte) '~');
        return bytes;
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(new JsonObject(answer.body()).getString("detail")).contains(detail);
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = database.connect(); ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static byte[] bytes(String sql) throws SQLException {
        try (Connection connection = database.connect(); ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getBytes(1);
        }
    }
}
