package dev.claimgate.payer;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.partner.Payer;
import dev.claimgate.store.PayerStatistics;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Claims from the database to a payer over HTTP and its answers back. */
class PayerFlowIT extends PayerFlow {
    @Test
    void shouldBringClaimsToThePayerAndItsVerdictsBack() throws Exception {
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("A1", "A2-RJ", "A3")));
        int port = payer(SimulatedPayerOptions.reliable(0));
        gateway(SampleFile.payer(port));

        GatewayRows.await(() -> allIn("PAYER_ACCEPTED", "PAYER_REJECTED"));

        assertThat(rows.states()).containsEntry("A1", "PAYER_ACCEPTED").containsEntry("A2-RJ", "PAYER_REJECTED")
                .containsEntry("A3", "PAYER_ACCEPTED");
        assertThat(rows.told("A2-RJ"))
                .containsExactly(List.of("999", "t", "A"), List.of("277CA", "f", "A7:164:IL"));
        assertThat(rows.rows("select state, attempts, claim_count from outbound_interchange"))
                .containsExactly(List.of("ACCEPTED", "1", "3"));
        assertThat(GuideFaults.of(rows.one("select convert_from(bytes, 'LATIN1') from outbound_interchange"))).isEmpty();
        rows.rows("select convert_from(bytes, 'LATIN1') from payer_reply")
                .forEach(reply -> assertThat(GuideFaults.of(reply.get(0))).isEmpty());
        assertThat(status(port)).isEqualTo(new JsonObject().put("interchanges", 1).put("repeats", 0)
                .put("unavailable", 0).put("claims", 3).put("claimsTwice", 0).put("repliesWaiting", 0));
    }

    @Test
    void shouldTellTheSubmitterWhatThePayerSays() throws Exception {
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("A1", "A2-RJ")));
        gateway(SampleFile.payer(payer(SimulatedPayerOptions.reliable(0))));
        GatewayRows.await(() -> allIn("PAYER_ACCEPTED", "PAYER_REJECTED"));

        assertThat(GuideFaults.of(rows.payerAcknowledgements())).isEmpty();
        List<String> told = List.of(rows.payerAcknowledgements().split("~"));

        assertThat(told.get(0)).contains("*ZZ*CLAIMGATE      *ZZ*NORTHSIDE      *").endsWith("*0*T*:");
        assertThat(told).contains("TRN*2*BATCH7", "QTY*90*1", "QTY*AA*1", "AMT*YU*125.5", "AMT*YY*125.5",
                "NM1*PR*2*EVERGREEN HEALTH PLAN*****PI*EVG01", "NM1*41*2*NORTHSIDE DERMATOLOGY*****46*NORTHSIDE",
                "NM1*85*2*NORTHSIDE DERMATOLOGY*****XX*1234567893", "HL*1**20*1", "HL*2*1*21*1", "HL*3*2*19*1",
                "HL*4*3*PT", "HL*5*3*PT", "TRN*2*A1", "TRN*2*A2-RJ", "DTP*472*D8*20251230");
        assertThat(told).anyMatch(segment -> segment.matches("STC\\*A2:20\\*\\d{8}\\*WQ\\*125.5"))
                .anyMatch(segment -> segment.matches("STC\\*A7:164:IL\\*\\d{8}\\*U\\*125.5"))
                .anyMatch(segment -> segment.startsWith("REF*1K*P"));
        int count = told.indexOf(told.stream().filter(s -> s.startsWith("SE*")).findFirst().orElseThrow())
                - told.indexOf("ST*277*0001*005010X214") + 1;
        assertThat(told).contains("SE*" + count + "*0001");
    }

    @Test
    void shouldOpenTheBreakerWhileThePayerIsDownAndDeliverOnceAfterwards() throws Exception {
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("A1", "A2")));
        int port = payer(new SimulatedPayerOptions(0, Duration.ZERO, 0, Duration.ofMillis(2500), Duration.ofMillis(50), ""));
        Payer payer = SampleFile.payer(port);
        gateway(payer);

        GatewayRows.await(() -> payerStatus(payer).breaker().equals("OPEN"));
        int callsWhenOpened = status(port).getInteger("unavailable");
        assertThat(payerStatus(payer)).satisfies(status -> {
            assertThat(status.claims()).isEqualTo(new PayerStatistics.Counts(2, 0, 1));
            assertThat(status.traffic().callsMax()).isEqualTo(payer.limits().callsMax());
        });
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("B1")));
        GatewayRows.await(() -> allIn("PAYER_ACCEPTED"));

        assertThat(payerStatus(payer).breaker()).isEqualTo("CLOSED");
        assertThat(payerStatus(payer).claims()).isEqualTo(new PayerStatistics.Counts(0, 3, 0));
        assertThat(callsWhenOpened).isLessThan(12);
                assertThat(status(port).getInteger("claims")).isEqualTo(3);
        assertThat(status(port).getInteger("claimsTwice")).isZero();
    }

    @Test
    void shouldRepeatTheSameBytesAfterARestart() throws Exception {
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("A1", "A2")));
        List<Buffer> received = Collections.synchronizedList(new ArrayList<>());
        HttpServer mute = await(vertx.createHttpServer().requestHandler(request -> {
            if (request.method() == HttpMethod.POST) {
                request.body().onSuccess(body -> {
                    received.add(body);
                    if (received.size() >= 3) {
                        request.response().setStatusCode(202).end();
                    }
                });
            } else {
                request.response().setStatusCode(204).end();
            }
        }).listen(0, "127.0.0.1"));
        Payer payer = SampleFile.payer(mute.actualPort());
        String first = gateway(payer);
        GatewayRows.await(() -> received.size() == 1);
        deployments.remove(first);
        await(vertx.undeploy(first));

        breakers = new PayerBreakers();
        gateway(payer);
        GatewayRows.await(() -> allIn("SENT"));

        assertThat(received).hasSizeGreaterThanOrEqualTo(3).allMatch(body -> body.equals(received.get(0)));
        assertThat(rows.rows("select control_number, state, last_error from outbound_interchange"))
                .containsExactly(Arrays.asList("1", "SENT", null));
        await(mute.close());
    }

    @Test
    void shouldHaveDeliveriesOfSeveralProvidersUnderWayAtOnceButOneOfEach() throws Exception {
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("A1", "A2", "B1")));
        rows.run("update claim set billing_npi = '1245319599' where patient_control_number = 'B1'");
        List<String> received = Collections.synchronizedList(new ArrayList<>());
        Promise<Void> enough = Promise.promise();
        HttpServer slow = await(vertx.createHttpServer().requestHandler(request -> request.body().onSuccess(body -> {
            if (request.method() == HttpMethod.POST) {
                received.add(body.toString());
                enough.future().onSuccess(v -> request.response().setStatusCode(202).end());
            } else {
                request.response().setStatusCode(204).end();
            }
        })).listen(0, "127.0.0.1"));
        gateway(SampleFile.singly(slow.actualPort()));

        GatewayRows.await(() -> received.size() == 2);
        assertThat(rows.rows("select claim_count from outbound_interchange")).as("made ahead").hasSize(3);
        enough.complete();
        GatewayRows.await(() -> allIn("SENT"));

        assertThat(received).hasSize(3);
        assertThat(received.get(0)).contains("CLM*A1*");
        assertThat(received.get(1)).contains("CLM*B1*");
        assertThat(received.get(2)).contains("CLM*A2*");
        await(slow.close());
    }

    @Test
    void shouldBeRecognisedAsARepeatWhenOnlyTheAnswerWasLost() throws Exception {
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("A1")));
        int port = payer(new SimulatedPayerOptions(0, Duration.ZERO, 0, Duration.ZERO, Duration.ofMillis(50), ""));
        HttpServer forgetful = forgetfulProxy(port);
        gateway(SampleFile.payer(forgetful.actualPort()));

        GatewayRows.await(() -> allIn("PAYER_ACCEPTED")
                && rows.one("select state from outbound_interchange").equals("ACCEPTED"));

                assertThat(status(port).getInteger("interchanges")).isEqualTo(1);
        assertThat(status(port).getInteger("repeats")).isEqualTo(1);
        assertThat(status(port).getInteger("claims")).isEqualTo(1);
        await(forgetful.close());
    }

    /** Passes everything on but drops the answer to the first delivery. */
    private HttpServer forgetfulProxy(int port) {
        List<Buffer> seen = new ArrayList<>();
        var client = vertx.createHttpClient();
        return await(vertx.createHttpServer().requestHandler(request -> request.body().compose(body ->
                client.request(request.method(), port, "127.0.0.1", request.uri())
                        .compose(onward -> onward.send(body))
                        .compose(answer -> answer.body().map(bytes -> {
                            boolean drop = request.method() == HttpMethod.POST && seen.isEmpty();
                            if (request.method() == HttpMethod.POST) {
                                seen.add(bytes);
                            }
                            if (drop) {
                                request.connection().close();
                            } else {
                                String id = answer.getHeader("X-Reply-Id");
                                request.response().setStatusCode(answer.statusCode());
                                if (id != null) {
                                    request.response().putHeader("X-Reply-Id", id);
                                }
                                request.response().end(bytes);
                            }
                            return null;
                        })))).listen(0, "127.0.0.1"));
    }

    @Test
    void shouldShareTheWorkAmongGateways() throws Exception {
        for (int i = 0; i < 5; i++) {
            rows.accept(SampleFile.of(SampleFile.subscriberClaims("X" + i, "Y" + i)));
        }
        int port = payer(SimulatedPayerOptions.reliable(0));
        Payer payer = SampleFile.payer(port);
        gateway(payer);
        gateway(payer);

        GatewayRows.await(() -> allIn("PAYER_ACCEPTED"));

        assertThat(status(port).getInteger("claims")).isEqualTo(10);
        assertThat(status(port).getInteger("claimsTwice")).isZero();
        assertThat(status(port).getInteger("repeats")).isZero();
    }
}
