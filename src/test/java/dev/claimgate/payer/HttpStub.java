package dev.claimgate.payer;

import dev.claimgate.TestVertx;
import dev.claimgate.partner.PayerAddress;
import dev.claimgate.partner.PayerAddress.CoreIds;
import dev.claimgate.partner.PayerAddress.Login;
import dev.claimgate.partner.PayerAddress.Tls;
import dev.claimgate.partner.Secret;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/** A payer over HTTP: raw X12, or CAQH CORE in one of its envelopes. */
final class HttpStub implements PayerStub {
    /** How it is spoken to. */
    enum Style { RAW, MIME, SOAP }

    final List<Map<String, String>> fields = new CopyOnWriteArrayList<>();
    final List<String> texts = new CopyOnWriteArrayList<>();
    private final Vertx vertx;
    private final Style style;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedDeque<Map.Entry<String, String>> box = new ConcurrentLinkedDeque<>();
    private HttpServer server;
    private int port;

    HttpStub(Vertx vertx, Style style) {
        this.vertx = vertx;
        this.style = style;
        up();
    }

    /** One delivery on another Vertx: loading the classes takes longer than short timeouts and checks of loops allow. */
    static void warmUp() {
        Vertx other = Vertx.vertx();
        HttpStub stub = new HttpStub(other, Style.RAW);
        PayerConnector connector = PayerConnectors.open(other, SampleFile.slow(stub.address()), Clock.systemUTC());
        TestVertx.await(connector.deliver(PayerStub.interchange(1, PayerStub.isa(1))));
        TestVertx.await(other.close());
    }

    @Override
    public void up() {
        server = TestVertx.await(vertx.createHttpServer().requestHandler(request -> request.body()
                .onSuccess(body -> answer(request, body))).listen(port, "127.0.0.1"));
        port = server.actualPort();
    }

    @Override
    public PayerAddress address() {
        URI url = URI.create("http://127.0.0.1:" + port + "/x12");
        Optional<Login> login = Optional.of(new Login("gate", Optional.of(new Secret("open sesame")), Optional.empty()));
        return style == Style.RAW ? new PayerAddress.Http(url, login, Tls.PLAIN)
                : new PayerAddress.Core(url, style == Style.SOAP, login, Tls.PLAIN, new CoreIds("GATE", "EVG", true));
    }

    private void answer(HttpServerRequest request, Buffer body) {
        if (!"Basic Z2F0ZTpvcGVuIHNlc2FtZQ==".equals(request.getHeader("Authorization"))) {
            request.response().setStatusCode(401).end();
        } else if (style == Style.RAW) {
            raw(request, body);
        } else {
            core(request, body);
        }
    }

    private void raw(HttpServerRequest request, Buffer body) {
        if (request.method() == HttpMethod.POST) {
            received.add(body.toString());
            request.response().setStatusCode(202).end();
        } else if (request.method() == HttpMethod.DELETE) {
            box.poll();
            request.response().setStatusCode(204).end();
        } else if (box.isEmpty()) {
            request.response().setStatusCode(204).end();
        } else {
            request.response().putHeader("X-Reply-Id", box.peek().getKey()).end(box.peek().getValue());
        }
    }

    /** Reads with the code under test; the texts are looked at by the tests that know the rule. */
    private void core(HttpServerRequest request, Buffer body) {
        CoreEnvelope envelope = style == Style.SOAP ? new CoreSoapEnvelope((PayerAddress.Core) address())
                : new CoreMimeEnvelope((PayerAddress.Core) address());
        CoreMessage message = envelope.read(request.getHeader("Content-Type"), body);
        fields.add(message.fields());
        texts.add(request.getHeader("Content-Type") + "\n" + body);
        Map<String, String> answer = new LinkedHashMap<>(Map.of("PayloadType", "X12_BatchReceiptConfirmation",
                "PayloadID", message.field("PayloadID"), "ErrorCode", "Success"));
        Buffer payload = Buffer.buffer();
        if (message.payload().length() > 0) {
            received.add(message.payload().toString());
        } else if (box.isEmpty()) {
            answer.put("PayloadType", CorePayerConnector.NO_RESULTS);
        } else {
            payload = Buffer.buffer(box.poll().getValue());
            answer.put("CheckSum", CorePayerConnector.sha1(payload));
        }
        CoreEnvelope.Written written = envelope.write(CoreEnvelope.Operation.SUBMIT, new CoreMessage(answer, payload));
        request.response().putHeader("Content-Type", written.contentType()).end(written.body());
    }

    @Override
    public List<String> received() {
        return received;
    }

    @Override
    public void offer(String name, String reply) {
        box.add(Map.entry(name, reply));
    }

    @Override
    public int waiting() {
        return box.size();
    }

    @Override
    public void down() {
        TestVertx.await(server.close());
    }

    @Override
    public void close() {
        down();
    }
}
