package dev.claimgate.payer;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.store.OutboundDelivery;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
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
}
