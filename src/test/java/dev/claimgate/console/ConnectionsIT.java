package dev.claimgate.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.Hashes;
import dev.claimgate.TestVertx;
import dev.claimgate.partner.AcknowledgementWays;
import dev.claimgate.partner.Partner;
import dev.claimgate.partner.PartnerAccess;
import dev.claimgate.partner.Operators;
import dev.claimgate.partner.PartnerDirectory;
import dev.claimgate.partner.PartnerProfile;
import dev.claimgate.partner.Partners;
import dev.claimgate.store.Sealer;
import dev.claimgate.store.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who gets a connection, how safe it is, and how much a partner may ask for. */
class ConnectionsIT {
    @RegisterExtension
    static final TestVertx vertx = new TestVertx();
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    private Path directory;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Queue<RoutingContext> held = new ConcurrentLinkedQueue<>();
    private Pool pool;
    private ApiServer server;
    private String deployment;
    private volatile boolean hold;

    @BeforeEach
    void open() {
        pool = database.pool(vertx.get());
    }

    @AfterEach
    void stop() {
        TestVertx.await(vertx.get().undeploy(deployment));
        TestVertx.await(pool.close());
    }

    @Test
    void shouldServeOverTlsAndTakeUpARenewedCertificate() throws Exception {
        TestCertificate first = TestCertificate.make(directory, "first");
        TestCertificate second = TestCertificate.make(directory, "second");
        serveTls(Optional.empty(), first, partner("north", Set.of(), 1000, 10));
        assertThat(post("https", client(first, null), "north").statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> post("https", client(second, null), "north")).isInstanceOf(SSLException.class);

        second.write(certificate(), key());
        waitUntil(() -> meters.get("claimgate.tls.reloads").tag("outcome", "taken").counter().count() == 1);
        assertThat(post("https", client(second, null), "north").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldKeepTheCertificateWhenTheRenewedFilesDoNotFit() throws Exception {
        TestCertificate first = TestCertificate.make(directory, "first");
        serveTls(Optional.empty(), first, partner("north", Set.of(), 1000, 10));
        Files.writeString(key(), "no key");
        waitUntil(() -> meters.get("claimgate.tls.reloads").tag("outcome", "failed").counter().count() == 1);
        assertThat(post("https", client(first, null), "north").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldLetAPartnerWithABoundCertificateInWithThatOnly() throws Exception {
        TestCertificate mine = TestCertificate.make(directory, "server");
        TestCertificate bound = TestCertificate.make(directory, "bound");
        TestCertificate other = TestCertificate.make(directory, "other");
        Path ca = directory.resolve("clients.pem");
        bound.write(ca, directory.resolve("unused.pem"));
        other.write(directory.resolve("other.pem"), directory.resolve("unused.pem"));
        Files.writeString(ca, Files.readString(directory.resolve("other.pem")),
                StandardOpenOption.APPEND);
        serveTls(Optional.of(ca), mine, partner("north", Set.of(bound.sha256()), 1000, 10), partner("lake", Set.of(), 1000, 10));

        assertThat(post("https", client(mine, bound), "north").statusCode()).isEqualTo(200);
        assertThat(post("https", client(mine, other), "north").statusCode()).isEqualTo(401);
        assertThat(post("https", client(mine, null), "north").statusCode()).isEqualTo(401);
        assertThat(post("https", client(mine, null), "lake").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldRefuseAPartnerBeyondHisRateAndServeAnother() throws Exception {
        serve(partner("north", Set.of(), 2, 10), partner("lake", Set.of(), 1000, 10));
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<String> last = post("http", client, "north");
        for (int i = 0; i < 200 && last.statusCode() == 200; i++) {
            last = post("http", client, "north");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).contains("1");
        assertThat(last.body()).contains("more than 2 requests within a second");
        assertThat(post("http", client, "lake").statusCode()).isEqualTo(200);
        assertThat(meters.get("claimgate.http.refused").tag("reason", "rate").counter().count()).isPositive();
    }

    @Test
    void shouldRefuseAPartnerBeyondHisRequestsUnderWayAndLetHimInAgain() throws Exception {
        hold = true;
        serve(partner("north", Set.of(), 1000, 1), partner("lake", Set.of(), 1000, 1));
        HttpClient client = HttpClient.newHttpClient();
        CompletableFuture<HttpResponse<String>> first = client.sendAsync(request("http", "north"), BodyHandlers.ofString());
        waitUntil(() -> held.size() == 1);
        hold = false;
        assertThat(post("http", client, "north").statusCode()).isEqualTo(429);
        assertThat(post("http", client, "lake").statusCode()).isEqualTo(200);
        held.remove().response().end("done");
        assertThat(first.get().statusCode()).isEqualTo(200);
        waitUntil(() -> post("http", client, "north").statusCode() == 200);
    }

    @Test
    void shouldCutOffAClientWhoseHeadTrickles() throws Exception {
        serve(partner("north", Set.of(), 1000, 10));
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write("POST /v1/interchanges HTTP/1.1\r\nHost: x\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        waitUntil(() -> meters.get("claimgate.http.cut").tag("reason", "slow-head").counter().count() == 1);
        waitUntil(() -> meters.get("claimgate.http.connections").gauge().value() == 0);
    }

    private Path certificate() {
        return directory.resolve("server.pem");
    }

    private Path key() {
        return directory.resolve("server-key.pem");
    }

    private static Partner partner(String id, Set<String> certificates, int perSecond, int atOnce) {
        return new Partner(id, id, List.of(), List.of(Hashes.sha256("key-" + id)), PartnerProfile.DEFAULT,
                AcknowledgementWays.ALL, new PartnerAccess(certificates, perSecond, atOnce), Optional.empty());
    }

    private void serve(Partner... partners) {
        listen(Optional.empty(), partners);
    }

    private void serveTls(Optional<Path> clientCa, TestCertificate own, Partner... partners) throws Exception {
        own.write(certificate(), key());
        listen(Optional.of(new TlsFiles(certificate(), key(), clientCa)), partners);
    }

    private void listen(Optional<TlsFiles> tls, Partner... partners) {
        server = new ApiServer("127.0.0.1", 0, Duration.ofSeconds(1),
                new ConnectionSettings(100, Duration.ofSeconds(1), Duration.ofSeconds(60), tls, Duration.ofMillis(50)),
                new ApiServer.Access(new Partners(new PartnerDirectory(List.of(partners))), Operators.NONE),
                new ApiServer.Uploads(this::answer, this::answer), NoChecks.handlers(), pool, Sealer.NONE,
                new FixedPayers(List.of(), List.of()), new PlainXml(), meters, Clock.systemUTC());
        deployment = TestVertx.await(vertx.get().deployVerticle(server));
    }

    private void answer(RoutingContext context) {
        if (hold) {
            held.add(context);
        } else {
            context.response().end("done");
        }
    }

    private HttpResponse<String> post(String scheme, HttpClient client, String partner) throws IOException, InterruptedException {
        return client.send(request(scheme, partner), BodyHandlers.ofString());
    }

    private HttpRequest request(String scheme, String partner) {
        return HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + server.port() + "/v1/interchanges"))
                .header("X-API-Key", "key-" + partner).timeout(Duration.ofSeconds(20)).POST(BodyPublishers.ofString("x")).build();
    }

    /** Trusts only one server, and shows a certificate where one is given. */
    private static HttpClient client(TestCertificate trusted, TestCertificate own) throws Exception {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("server", trusted.certificate());
        TrustManagerFactory trusting = TrustManagerFactory.getInstance("PKIX");
        trusting.init(trust);
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(own == null ? null : own.keyStore(), own == null ? null : own.password());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusting.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void waitUntil(Condition condition) throws Exception {
        for (int i = 0; i < 600 && !condition.holds(); i++) {
            Thread.sleep(50);
        }
        assertThat(condition.holds()).isTrue();
    }
}
