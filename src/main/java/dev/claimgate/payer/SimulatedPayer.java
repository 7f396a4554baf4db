package dev.claimgate.payer;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A payer to try the gateway with, over HTTP on the loopback address: takes 837P interchanges at {@code POST /x12}, answers
 * TA1 and 999 at once and for claims after a while at {@code GET /x12/replies}. An interchange that comes again gets the same
 * answer and is processed once. {@code GET /sim/status} counts; {@code GET /sim/claims} tells how many times each claim was
 * processed, by the sender's number of it (REF*D9).
 */
public final class SimulatedPayer extends VerticleBase {
    private static final String HOST = "127.0.0.1";
    private static final long BODY_BYTES_MAX = 64L * 1024 * 1024;

    private final SimulatedPayerOptions options;
    private final PayerCheck check;
    private final SimulatedDesk desk;
    private final Clock clock;
    private boolean down;
    private Instant started;
    private int deliveries;
    private HttpServer server;

    public SimulatedPayer(SimulatedPayerOptions options, PayerCheck check, Clock clock) {
        this.options = options;
        this.check = check;
        this.clock = clock;
        this.desk = new SimulatedDesk(clock);
    }

    @Override
    public Future<?> start() {
        started = clock.instant();
        if (!options.downFor().isZero()) {
            down = true;
            vertx.setTimer(options.downFor().toMillis(), id -> down = false);
        }
        Router router = Router.router(vertx);
        router.get("/sim/status").handler(call -> call.json(desk.status()));
        router.get("/sim/claims").handler(call -> call.json(desk.claimsProcessed()));
        router.route("/x12*").handler(this::moods);
        router.post("/x12").handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX)).handler(this::receive);
        router.get("/x12/replies").handler(this::nextReply);
        router.delete("/x12/replies/:id").handler(call ->
                call.response().setStatusCode(desk.remove(call.pathParam("id")) ? 204 : 404).end());
        server = vertx.createHttpServer().requestHandler(router);
        return server.listen(options.port(), HOST);
    }

    /** Where it listens, once deployed. */
    public int port() {
        return server.actualPort();
    }

    private void moods(RoutingContext call) {
        boolean fails = options.failRate() > 0 && ThreadLocalRandom.current().nextDouble() < options.failRate();
        if (down || fails) {
            desk.unavailable();
            call.response().setStatusCode(503).end();
        } else if (call.request().method() != HttpMethod.POST && line().isPresent()) {
            FaultAnswer.send(call, line().get(), Buffer.buffer());
        } else if (options.latency().isZero()) {
            call.next();
        } else {
            call.request().pause();
            vertx.setTimer(options.latency().toMillis(), id -> {
                call.request().resume();
                call.next();
            });
        }
    }

    private Optional<FaultScript.Step> line() {
        return options.script().line(Duration.between(started, clock.instant()));
    }

    private void receive(RoutingContext call) {
        deliveries++;
        Optional<FaultScript.Step> fault = options.script().delivery(deliveries, Duration.between(started, clock.instant()));
        if (fault.isPresent() && !fault.get().taken()) {
            desk.unavailable();
            FaultAnswer.send(call, fault.get(), Buffer.buffer());
            return;
        }
        byte[] bytes = call.body().buffer() == null ? new byte[0] : call.body().buffer().getBytes();
        vertx.executeBlocking(() -> new Checked(SimulatedInterchange.read(bytes), check.check(bytes)), false)
                .onSuccess(checked -> answer(call, checked, fault))
                .onFailure(call::fail);
    }

    private void answer(RoutingContext call, Checked checked, Optional<FaultScript.Step> fault) {
        Buffer answer = desk.known(checked.seen).orElseGet(() -> take(checked, fault.map(FaultScript.Step::fault)));
        if (fault.isPresent()) {
            FaultAnswer.send(call, fault.get(), answer);
            return;
        }
        boolean understood = answer.length() > 0;
        call.response().setStatusCode(understood ? 200 : 400)
                .putHeader("Content-Type", HttpPayerConnector.MEDIA_TYPE).end(answer);
    }

    private Buffer take(Checked checked, Optional<FaultScript.Fault> fault) {
        Buffer answer = Buffer.buffer(checked.answer.bytes());
        desk.take(checked.seen, checked.answer);
        if (checked.answer.accepted()) {
            vertx.setTimer(Math.max(1, options.claimsAfter().toMillis()), id -> report(checked, answer, fault));
        }
        return answer;
    }

    private void report(Checked checked, Buffer answer, Optional<FaultScript.Fault> fault) {
        Buffer report = desk.report(checked.seen, options);
        if (fault.equals(Optional.of(FaultScript.Fault.REPLY_TWICE))) {
            desk.put(report);
        } else if (fault.equals(Optional.of(FaultScript.Fault.CLAIMS_FIRST))) {
            desk.put(answer);
        }
    }

    private void nextReply(RoutingContext call) {
        desk.nextReply().ifPresentOrElse(
                reply -> call.response().putHeader("Content-Type", HttpPayerConnector.MEDIA_TYPE)
                        .putHeader(HttpPayerConnector.REPLY_ID, reply.getKey()).end(reply.getValue()),
                () -> call.response().setStatusCode(204).end());
    }

    private record Checked(SimulatedInterchange seen, PayerCheck.Answer answer) {
    }
}
