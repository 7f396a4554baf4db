package dev.claimgate.payer;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.partner.BreakerPolicy;
import dev.claimgate.partner.Payer;
import dev.claimgate.store.OutboundInterchanges;
import dev.claimgate.store.PayerGates;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a payer gets nothing: an operator holds it, it asks for rest, or its answers cannot be read. */
class PayerGateIT extends PayerFlow {
    @Test
    void shouldSendNothingToAHeldPayerFromAnyGatewayUntilItIsReleased() throws Exception {
        PayerGates gates = new PayerGates(pool, Clock.systemUTC());
        await(gates.hold("evergreen", "desk", ""));
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("A1")));
        OutboundInterchanges other = new OutboundInterchanges(pool, Clock.systemUTC());
        assertThat(await(other.prepare("evergreen", 10, 64, neverAsked()))).as("another gateway").isZero();
        int port = payer(SimulatedPayerOptions.reliable(0));
        Payer payer = SampleFile.payer(port);
        gateway(payer);
        assertThat(payerStatus(payer).gate().heldBy()).isEqualTo("desk");

        await(gates.release("evergreen", "desk"));

        GatewayRows.await(() -> allIn("PAYER_ACCEPTED"));
        assertThat(payerStatus(payer).gate().heldSince()).isEmpty();
        assertThat(rows.one("select o.created_at > e.at from outbound_interchange o, audit_event e"
                + " where e.action = 'payer-released'")).isEqualTo("t");
    }

    @Test
    void shouldLeaveThePayerAloneAsAWholeWhenItAsksForIt() throws Exception {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        HttpServer busy = await(vertx.createHttpServer().requestHandler(request -> {
            heard.add(request.method().name());
            boolean first = request.method() == HttpMethod.POST && Collections.frequency(heard, "POST") == 1;
            request.response().setStatusCode(first ? 429 : request.method() == HttpMethod.POST ? 202 : 204);
            request.response().putHeader("Retry-After", "3600").end();
        }).listen(0, "127.0.0.1"));
        Payer payer = SampleFile.payer(busy.actualPort());
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("A1")));
        gateway(payer);
        GatewayRows.await(() -> payerStatus(payer).gate().pausedUntil().isPresent());
        OutboundInterchanges other = new OutboundInterchanges(pool, Clock.systemUTC());
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("B1")));
        rows.run("update outbound_interchange set next_attempt_at = now()");
        assertThat(await(other.take("evergreen", Duration.ZERO, false))).as("the same one, by another gateway").isEmpty();
        assertThat(await(other.prepare("evergreen", 10, 64, neverAsked()))).as("a new one").isZero();

        await(new PayerGates(pool, Clock.systemUTC()).release("evergreen", "desk"));

        GatewayRows.await(() -> allIn("SENT"));
        assertThat(rows.one("select next_attempt_at < sent_at + interval '1 hour' from outbound_interchange"
                + " where control_number = 1")).isEqualTo("t");
        await(busy.close());
    }

    @Test
    void shouldTakeNoGarbageForAnAcknowledgement() throws Exception {
        List<Buffer> received = Collections.synchronizedList(new ArrayList<>());
        List<String> answers = List.of("<html>welcome</html>", "ISA and so on", "");
        HttpServer odd = await(vertx.createHttpServer().requestHandler(request -> {
            if (request.method() == HttpMethod.POST) {
                request.body().onSuccess(body -> {
                    received.add(body);
                    request.response().end(answers.get(received.size() - 1));
                });
            } else {
                request.response().setStatusCode(204).end();
            }
        }).listen(0, "127.0.0.1"));
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("A1")));
        gateway(SampleFile.payer(odd.actualPort(), new BreakerPolicy(100, 10, 10, Duration.ofSeconds(1), 1),
                Duration.ofSeconds(5)));

        GatewayRows.await(() -> allIn("SENT"));

        assertThat(received).hasSize(3).allMatch(body -> body.equals(received.get(0)));
        assertThat(rows.rows("select id from payer_reply")).isEmpty();
        await(odd.close());
    }
}
