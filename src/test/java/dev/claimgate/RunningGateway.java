package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.claimgate.store.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * The whole gateway for a test class, without payers. After each test it looks whether an exception, a value of
 * {@link #MARKS} or a patient came into the log or the metrics; problems are searched as they come.
 */
final class RunningGateway implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    /** Among the settings, names another file than {@code conf/gateway.yaml}. */
    static final String CONFIG = "TEST_CONFIG";
    static final String KEY = "demo-key-northside";
    static final String OTHER_KEY = "demo-key-lakeview";
    /** Family name, patient control number and member id of {@link #file()}. */
    static final List<String> MARKS = List.of("ZZMARKNAME", "ZZMARKPCN", "ZZMARKID");

    private static final Path CLEAN = Path.of("conf", "demo", "01-two-clean-claims.edi");
    private static final AtomicInteger CONTROL_NUMBER = new AtomicInteger(1000);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final TestDatabase database;
    private final Map<String, String> settings;
    private Gateway gateway;

    /** @param settings overrides of {@code conf/gateway.yaml}, as environment variables */
    RunningGateway(TestDatabase database, Map<String, String> settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Path payers = Files.writeString(Path.of("target", "no-payers.yaml"), "payers: []\n");
        Map<String, String> environment = new HashMap<>(Map.of("CLAIMGATE_HTTP_PORT", "0", "CLAIMGATE_MANAGEMENT_PORT", "0",
                "CLAIMGATE_INTAKE_SFTP_PORT", "0",
                "CLAIMGATE_DATABASE_URL", database.settings().url().orElseThrow(),
                "CLAIMGATE_PATHS_PAYERS", payers.toString()));
        environment.putAll(settings);
        gateway = new Gateway(GatewayConfig.load(Path.of(environment.getOrDefault(CONFIG, "conf/gateway.yaml")),
                Path.of(""), environment),
                Clock.systemDefaultZone());
        TestVertx.await(gateway.start());
        ((Logger) LoggerFactory.getLogger("dev.claimgate")).setLevel(Level.DEBUG);
        log.start();
        root.addAppender(log);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        List<ILoggingEvent> events = List.copyOf(log.list);
        log.list.clear();
        assertThat(events).filteredOn(event -> event.getThrowableProxy() != null || event.getLevel() == Level.ERROR).isEmpty();
        assertThat(events).extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(message -> MARKS.stream().anyMatch(message::contains));
        URI metrics = URI.create("http://127.0.0.1:" + gateway.managementPort() + "/metrics");
        assertThat(client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body())
                .doesNotContain(MARKS);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        root.detachAppender(log);
        ((Logger) LoggerFactory.getLogger("dev.claimgate")).setLevel(null);
        TestVertx.await(gateway.close());
    }

    int port() {
        return gateway.port();
    }

    /** What was logged in this test so far. */
    List<String> log() {
        return List.copyOf(log.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** Lets the errors logged so far pass: the test has provoked them. */
    void forgive() {
        log.list.clear();
    }

    int sftpPort() {
        return gateway.sftpPort().orElseThrow();
    }

    /** The two clean claims of the demo with marked values, numbers and patients of their own. */
    static String file() throws IOException {
        int number = CONTROL_NUMBER.incrementAndGet();
        return Files.readString(CLEAN, StandardCharsets.ISO_8859_1)
                .replace("000001001", String.format("%09d", number)).replace("DEMO-1001", "DEMO-" + number)
                .replace("THISTLEWOOD", MARKS.get(0)).replace("NS-1001-A", MARKS.get(1)).replace("EG4410027", MARKS.get(2) + number)
                .replace("LK7702311", "LK" + number);
    }

    /** A request with key and the media type of a claim file. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path)).timeout(Duration.ofSeconds(30))
                .header("X-API-Key", KEY).header("Content-Type", "application/EDI-X12");
    }

    HttpResponse<String> post(String file) throws IOException, InterruptedException {
        return send(request("/v1/interchanges").POST(BodyPublishers.ofString(file, StandardCharsets.ISO_8859_1)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** Whatever is no success must be a problem detail that quotes nothing. */
    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            assertProblem(answer);
        }
        return answer;
    }

    private static void assertProblem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        if (!answer.request().method().equals("HEAD")) {
            JsonObject problem = new JsonObject(answer.body());
            assertThat(problem.fieldNames()).contains("type", "title", "status", "detail");
            assertThat(problem.getInteger("status")).isEqualTo(answer.statusCode());
            assertThat(problem.getString("detail")).doesNotContain(MARKS);
        }
    }
}
