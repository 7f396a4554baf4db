package dev.claimgate.payer;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.TestVertx;
import dev.claimgate.partner.BreakerPolicy;
import dev.claimgate.payer.PayerConnector.Message;
import dev.claimgate.store.OutboundDelivery;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is special to payers over HTTP. */
class HttpPayerConnectorIT {
    @RegisterExtension
    static final TestVertx vertx = new TestVertx();
    private static final OutboundDelivery INTERCHANGE = PayerStub.interchange(1, "ISA*whatever~");

    private HttpServer server;

    private PayerConnector connector(Handler<HttpServerRequest> payer) {
        server = await(vertx.get().createHttpServer().requestHandler(payer).listen(0, "127.0.0.1"));
        return connector(server.actualPort());
    }

    private static PayerConnector connector(int port) {
        return PayerConnectors.open(vertx.get(), SampleFile.payer(port,
                new BreakerPolicy(50, 4, 2, Duration.ofSeconds(1), 1), Duration.ofMillis(300)), Clock.systemUTC());
    }

    @BeforeAll
    static void warmUp() {
        HttpStub.warmUp();
    }

    @AfterEach
    void close() {
        if (server != null) {
            await(server.close());
            server = null;
        }
    }

    private static Throwable failure(Future<?> call) {
        return await(call.transform(done -> Future.succeededFuture(done.cause())));
    }

    @Test
    void shouldDeliverBytesAndBringTheAnswer() {
        List<String> heard = new ArrayList<>();
        PayerConnector connector = connector(request -> request.body().onSuccess(body -> {
            heard.addAll(List.of(request.method() + " " + request.path(), request.getHeader("Content-Type"),
                    body.toString()));
            request.response().end("TA1");
        }));

        assertThat(await(connector.deliver(INTERCHANGE)).toString()).isEqualTo("TA1");
        assertThat(heard).containsExactly("POST /x12", "application/EDI-X12", "ISA*whatever~");
    }

    @Test
    void shouldTakeAcceptedWithoutAnswer() {
        PayerConnector connector = connector(request -> request.response().setStatusCode(202).end());

        assertThat(await(connector.deliver(INTERCHANGE)).length()).isZero();
    }

    @Test
    void shouldTellRefusalFromOutage() {
        PayerConnector refusing = connector(request -> request.response().setStatusCode(422).end("999"));
        assertThatThrownBy(() -> await(refusing.deliver(INTERCHANGE)))
                .isInstanceOfSatisfying(PayerRefusedException.class,
                        refusal -> assertThat(refusal.answer().toString()).isEqualTo("999"));
        close();

        for (int status : new int[] {301, 401, 404, 429, 500, 503}) {
            PayerConnector failing = connector(request -> request.response().setStatusCode(status).end());
            assertThatThrownBy(() -> await(failing.deliver(INTERCHANGE)))
                    .isInstanceOf(PayerUnavailableException.class).hasMessageContaining("" + status);
            close();
        }
    }

    @Test
    void shouldHearHowLongThePayerWantsToBeLeftAlone() {
        PayerConnector busy = connector(request -> request.response().setStatusCode(429)
                .putHeader("Retry-After", "17").end());

        assertThatThrownBy(() -> await(busy.deliver(INTERCHANGE))).isInstanceOfSatisfying(PayerUnavailableException.class,
                why -> assertThat(why.retryAfter()).isEqualTo(Duration.ofSeconds(17)));
    }

    @Test
    void shouldEndEveryCallWithinTheTimeout() {
        PayerConnector silent = connector(request -> { });
        long start = System.nanoTime();
        assertThat(failure(silent.deliver(INTERCHANGE))).isInstanceOf(TimeoutException.class);
        assertThat(failure(silent.nextReply())).isInstanceOf(TimeoutException.class);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @Test
    void shouldFailWhenNobodyListens() {
        connector(request -> { });
        int port = server.actualPort();
        close();

        assertThat(failure(connector(port).deliver(INTERCHANGE))).isNotNull().isNotInstanceOf(PayerRefusedException.class);
    }

    @Test
    void shouldEmptyTheReplyBoxOneByOne() {
        List<String> heard = new ArrayList<>();
        PayerConnector connector = connector(request -> {
            heard.add(request.method() + " " + request.path());
            if (heard.size() == 1) {
                request.response().putHeader("X-Reply-Id", "a/7").end("277");
            } else {
                request.response().setStatusCode(204).end();
            }
        });

        Message message = await(connector.nextReply()).orElseThrow();
        assertThat(message.bytes().toString()).isEqualTo("277");
        await(connector.confirm(message));
        assertThat(await(connector.nextReply())).isEqualTo(Optional.empty());
        assertThat(heard).containsExactly("GET /x12/replies", "DELETE /x12/replies/a%2F7", "GET /x12/replies");
    }

    @Test
    void shouldNotReadEndlessAnswers() {
        Buffer part = Buffer.buffer(new byte[1024 * 1024]);
        PayerConnector connector = connector(request -> {
            request.response().setChunked(true);
            for (int i = 0; i < 18; i++) {
                request.response().write(part);
            }
            request.response().end();
        });

        assertThat(failure(connector.deliver(INTERCHANGE)))
                .isInstanceOfAny(PayerUnavailableException.class, TimeoutException.class);
    }
}
