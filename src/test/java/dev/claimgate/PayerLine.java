package dev.claimgate;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The line to a payer: passes everything on, remembers what was delivered, and can do something at the worst moment. */
final class PayerLine extends VerticleBase {
    /** When, during a delivery or when a reply is fetched. */
    enum Moment {
        BEFORE_THE_PAYER_HAS_IT, BEFORE_ITS_ANSWER, BEFORE_A_REPLY_IS_CONFIRMED, BEFORE_A_REPLY_IS_KNOWN_TO_BE_CONFIRMED
    }

    private static final int ISA_CONTROL_NUMBER = 90;

    private final int payerPort;
    private final Map<String, Set<Buffer>> delivered = new HashMap<>();
    private HttpClient client;
    private HttpServer server;
    private Moment moment;
    private int deliveriesLeft;
    private Runnable action;

    PayerLine(int payerPort) {
        this.payerPort = payerPort;
    }

    @Override
    public Future<?> start() {
        client = vertx.createHttpClient();
        server = vertx.createHttpServer().requestHandler(this::pass);
        return server.listen(0, "127.0.0.1");
    }

    int port() {
        return server.actualPort();
    }

    /** Does it, once, in the {@code count}th delivery from now that gets so far. */
    synchronized void at(Moment when, int count, Runnable what) {
        moment = when;
        deliveriesLeft = count;
        action = what;
    }

    /** The line is broken when something was done. */
    private synchronized void reached(Moment now) {
        if (action != null && moment == now && --deliveriesLeft == 0) {
            action.run();
            action = null;
            throw new IllegalStateException("the line broke");
        }
    }

    /** By interchange control number, all that was delivered with it. */
    synchronized Map<String, Set<Buffer>> delivered() {
        return new HashMap<>(delivered);
    }

    private synchronized void remember(Buffer interchange) {
        String number = interchange.getString(ISA_CONTROL_NUMBER, ISA_CONTROL_NUMBER + 9);
        delivered.computeIfAbsent(number, n -> new HashSet<>()).add(interchange);
    }

    private void pass(HttpServerRequest request) {
        boolean delivery = request.method() == HttpMethod.POST;
        request.body().compose(body -> {
            if (delivery) {
                remember(body);
                reached(Moment.BEFORE_THE_PAYER_HAS_IT);
            } else if (request.method() == HttpMethod.DELETE) {
                reached(Moment.BEFORE_A_REPLY_IS_CONFIRMED);
            }
            return client.request(request.method(), payerPort, "127.0.0.1", request.uri())
                    .compose(onward -> onward.send(body));
        }).compose(answer -> answer.body().compose(bytes -> {
            if (delivery && answer.statusCode() == 200) {
                reached(Moment.BEFORE_ITS_ANSWER);
            } else if (request.method() == HttpMethod.DELETE && answer.statusCode() == 204) {
                reached(Moment.BEFORE_A_REPLY_IS_KNOWN_TO_BE_CONFIRMED);
            }
            if (answer.getHeader("X-Reply-Id") != null) {
                request.response().putHeader("X-Reply-Id", answer.getHeader("X-Reply-Id"));
            }
            return request.response().setStatusCode(answer.statusCode()).end(bytes);
        }));
    }
}
