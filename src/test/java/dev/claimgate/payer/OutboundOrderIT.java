package dev.claimgate.payer;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.partner.Payer;
import dev.claimgate.partner.RetryPolicy;
import dev.claimgate.store.OutboundDelivery;
import dev.claimgate.store.OutboundNumbers;
import dev.claimgate.store.OutboundWriter;
import dev.claimgate.store.StoredClaim;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How claims become interchanges and transaction sets of their own, and in what order they go. */
class OutboundOrderIT extends DeliveredClaims {
    @Test
    void shouldAnswerEachTransactionSetForItself() throws Exception {
        send();
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("B1", "B2", "B3")));
        PayerWork setsOfTwo = new PayerWork(SampleFile.inSets(2), services());
        await(outbound.prepare("evergreen", 100, 64, setsOfTwo));
        String bytes = rows.one("select convert_from(bytes, 'LATIN1') from outbound_interchange where control_number = 2");
        assertThat(GuideFaults.of(bytes)).isEmpty();
        assertThat(bytes).contains("~ST*837*0002*", "~GE*2*2~");
        OutboundDelivery second = await(outbound.take("evergreen", Duration.ZERO, false)).orElseThrow();
        await(outbound.sent("evergreen", second, Buffer.buffer()));

        apply(syntax("R*5").replace("AK1*HC*1*", "AK1*HC*2*").replace("AK2*837*0001", "AK2*837*0002"));
        apply(syntax("A").replace("AK1*HC*1*", "AK1*HC*2*"));
        assertThat(apply(syntax("R*5").replace("AK1*HC*1*", "AK1*HC*2*").replace("AK2*837*0001", "AK2*837*0003")).state())
                .isEqualTo("UNMATCHED");

        assertThat(rows.states()).containsEntry("A1", "SENT").containsEntry("B1", "SENT").containsEntry("B2", "SENT")
                .containsEntry("B3", "NEEDS_ATTENTION");
        assertThat(rows.one("select state from outbound_interchange where control_number = 2")).isEqualTo("ACCEPTED");
        assertThat(told("B1")).containsExactly("999 PAYER_ACCEPTED");
        assertThat(told("B3")).containsExactly("999 PAYER_REJECTED");
    }

    @Test
    void shouldNotLetClaimsOfABillingProviderOvertakeEachOther() throws Exception {
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("B1")));
        await(outbound.prepare("evergreen", 100, 64, work));

        assertThat(await(outbound.take("evergreen", Duration.ofMinutes(1), false))).hasValueSatisfying(
                first -> assertThat(first.controlNumber()).isEqualTo(1));
        assertThat(await(outbound.take("evergreen", Duration.ofMinutes(1), false))).as("while it is under way").isEmpty();
        send();
        assertThat(await(outbound.take("evergreen", Duration.ofMinutes(1), false))).hasValueSatisfying(
                second -> assertThat(second.controlNumber()).isEqualTo(2));
    }

    @Test
    void shouldMakeNoInterchangeOfClaimsThatSomebodyElseTookMeanwhile() throws Exception {
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("B1", "B2")));
        OutboundWriter overtaken = new OutboundWriter() {
            @Override
            public List<List<StoredClaim>> group(List<StoredClaim> claims) {
                return work.group(claims);
            }

            @Override
            public int claimsPerSetMax() {
                return work.claimsPerSetMax();
            }

            @Override
            public Future<byte[]> write(OutboundNumbers numbers, List<StoredClaim> claims) {
                rows.rows("delete from waiting_claim where claim_id = " + claims.get(0).id() + " returning claim_id");
                return work.write(numbers, claims);
            }
        };
        assertThatThrownBy(() -> await(outbound.prepare("evergreen", 100, 64, overtaken)))
                .hasStackTraceContaining("1 claims for payer evergreen waited no longer");
        assertThat(rows.states()).containsEntry("B1", "WAITING").containsEntry("B2", "WAITING");
        assertThat(rows.rows("select id from outbound_interchange")).as("that of A1 and A2").hasSize(1);
    }

    @Test
    void shouldGiveEachInterchangeItsOwnControlNumber() throws Exception {
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("B1")));
        await(outbound.prepare("evergreen", 100, 64, work));

        assertThat(rows.rows("select control_number, claim_count from outbound_interchange order by id"))
                .containsExactly(List.of("1", "2"), List.of("2", "1"));
    }

    /** A payer that is down is probed again and again; what waits for it does not go to pieces meanwhile. */
    @Test
    void shouldMakeNoFurtherProbeWhileOneIsReady() throws Exception {
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("B1", "B2", "B3")));

        assertThat(await(outbound.prepare("evergreen", 1, 1, work))).as("a probe beside a large one").isEqualTo(1);
        assertThat(await(outbound.prepare("evergreen", 1, 1, work))).as("a second probe").isZero();
        assertThat(await(outbound.prepare("evergreen", 100, 64, work))).as("when it is back").isEqualTo(1);
        assertThat(rows.rows("select claim_count from outbound_interchange order by id"))
                .containsExactly(List.of("2"), List.of("1"), List.of("2"));
    }

    /** The delivery that is due is refused, and nothing of its provider may go before it. */
    @Test
    void shouldLeaveClaimsForAPayerThatFailsAsTheyAre() throws Exception {
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("B1", "B2", "B3", "B4", "B5", "B6")));
        Payer singly = SampleFile.singly(1);
        Backoff minute = new Backoff(new RetryPolicy(Duration.ofMinutes(1), 1, Duration.ofMinutes(1), 0), () -> 0.5);
        Delivery failing = new Delivery(singly, new Failing(), new PayerBreakers().of(singly), outbound,
                new PayerWork(singly, services()), minute, Clock.systemUTC());

        await(Future.<Void>future(rest -> vertx.runOnContext(start -> untilItRests(failing).onComplete(rest))));

        assertThat(rows.rows("select id from outbound_interchange")).hasSizeBetween(2, 4);
        assertThat(rows.rows("select id from claim where state = 'WAITING'")).hasSizeGreaterThanOrEqualTo(3);
    }

    private static Future<Void> untilItRests(Delivery delivery) {
        return delivery.round().compose(again -> again ? untilItRests(delivery) : delivery.ended());
    }

    private static final class Failing implements PayerConnector {
        @Override
        public Future<Buffer> deliver(OutboundDelivery interchange) {
            return Future.failedFuture(new IOException("refused"));
        }

        @Override
        public Future<Optional<Message>> nextReply() {
            return Future.succeededFuture(Optional.empty());
        }

        @Override
        public Future<Void> confirm(Message message) {
            return Future.succeededFuture();
        }
    }
}
