package dev.claimgate.payer;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.console.TestCertificate;
import dev.claimgate.partner.PayerAddress;
import dev.claimgate.partner.PayerAddress.Tls;
import dev.claimgate.store.OutboundDelivery;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A payer over HTTPS that lets in only who shows the certificate it knows. */
class HttpPayerTlsIT {
    private static final Vertx vertx = Vertx.vertx();
    private static final OutboundDelivery INTERCHANGE = PayerStub.interchange(1, PayerStub.isa(1));
    @TempDir
    static Path folder;
    private static final List<String> received = new CopyOnWriteArrayList<>();
    private static HttpServer server;

    @BeforeAll
    static void serve() throws Exception {
        for (String name : List.of("payer", "ours", "strange")) {
            TestCertificate.make(folder, name).write(pem(name), key(name));
        }
        server = await(vertx.createHttpServer(new HttpServerOptions().setSsl(true)
                        .setKeyCertOptions(new PemKeyCertOptions().addCertPath(pem("payer").toString())
                                .addKeyPath(key("payer").toString()))
                        .setTrustOptions(new PemTrustOptions().addCertPath(pem("ours").toString()))
                        .setClientAuth(ClientAuth.REQUIRED))
                .requestHandler(request -> request.body().onSuccess(body -> {
                    received.add(body.toString());
                    request.response().setStatusCode(202).end();
                })).listen(0, "127.0.0.1"));
    }

    @AfterAll
    static void close() {
        await(vertx.close());
    }

    private static Path pem(String name) {
        return folder.resolve(name + ".pem");
    }

    private static Path key(String name) {
        return folder.resolve(name + "-key.pem");
    }

    private static Throwable deliver(Tls tls) {
        PayerAddress address = new PayerAddress.Http(URI.create("https://127.0.0.1:" + server.actualPort() + "/x12"),
                Optional.empty(), tls);
        PayerConnector connector = PayerConnectors.open(vertx, SampleFile.slow(address), Clock.systemUTC());
        return await(connector.deliver(INTERCHANGE).transform(done -> Future.succeededFuture(done.cause())));
    }

    private static Tls tls(String trust, String own) {
        return new Tls(Optional.of(pem(trust)), Optional.of(pem(own)), Optional.of(key(own)));
    }

    @Test
    void shouldTrustThePayerItIsToldAndShowItsOwnCertificate() {
        received.clear();

        assertThat(deliver(tls("payer", "ours"))).isNull();

        assertThat(received).containsExactly(PayerStub.isa(1));
    }

    @Test
    void shouldSendNothingWhereOneDoesNotTrustTheOther() {
        received.clear();

        assertThat(deliver(tls("strange", "ours"))).as("a payer that is not trusted").isInstanceOf(SSLException.class);
        assertThat(deliver(Tls.PLAIN)).as("a payer whose certificate nobody vouches for").isInstanceOf(SSLException.class);
        assertThat(deliver(tls("payer", "strange"))).as("a certificate that the payer does not know").isNotNull();
        assertThat(deliver(new Tls(Optional.of(pem("payer")), Optional.empty(), Optional.empty()))).as("no certificate")
                .isNotNull();

        assertThat(received).isEmpty();
    }
}
