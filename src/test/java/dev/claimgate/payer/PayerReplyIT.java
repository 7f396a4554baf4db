package dev.claimgate.payer;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.store.ClaimQueries;
import dev.claimgate.store.OutboundDelivery;
import dev.claimgate.store.ReplyOutcome;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a payer's answers do to claims. */
class PayerReplyIT extends DeliveredClaims {
    @Test
    void shouldAskForAPersonWhenThePayerRejectsTheSet() {
        send();

        assertThat(apply(syntax("R*5*I5")).state()).isEqualTo("APPLIED");

        assertThat(rows.states().values()).containsOnly("NEEDS_ATTENTION");
        assertThat(rows.rows("select distinct note from claim")).containsExactly(List.of("the payer's 999 says R 5 I5"));
        assertThat(rows.one("select state from outbound_interchange")).isEqualTo("REJECTED");
        assertThat(rows.payerAcknowledgements()).isEmpty();
    }

    @Test
    void shouldNotSendAgainWhatThePayerRejectedMeanwhile() {
        apply(ta1(1, "R", "022"));

        assertThat(rows.states().values()).containsOnly("NEEDS_ATTENTION");
        assertThat(await(outbound.take("evergreen", Duration.ZERO, false))).isEmpty();
    }

    @Test
    void shouldLeaveClaimsAsTheyAreWhereARepeatIsRefusedOfWhatThePayerAccepted() {
        apply(syntax("A"));

        await(outbound.refused("evergreen", delivery, "HTTP 400", Buffer.buffer()));

        assertThat(rows.states().values()).containsOnly("SENT");
        assertThat(rows.one("select state from outbound_interchange")).isEqualTo("ACCEPTED");
    }

    @Test
    void shouldTellOfEachClaimWhatThePayerSaidOfItsSetAndOfItself() {
        send();
        apply(syntax("A"));
        apply(claims(5, "TRN*2*A1~STC*A2:20*20260106*WQ*125.5~REF*1K*P1~"));

        assertThat(told("A1")).containsExactly("999 PAYER_ACCEPTED", "277CA PAYER_ACCEPTED");
        assertThat(told("A2")).containsExactly("999 PAYER_ACCEPTED");
    }

    @Test
    void shouldTakeADuplicateAfterARepeatAsArrived() {
        OutboundDelivery second = await(outbound.take("evergreen", Duration.ZERO, false)).orElseThrow();
        assertThat(second.bytes()).isEqualTo(delivery.bytes());
        send();

        apply(ta1(1, "R", "025"));

        assertThat(rows.states().values()).containsOnly("SENT");
    }

    @Test
    void shouldRejectADuplicateAtTheFirstAttempt() {
        send();

        apply(ta1(1, "R", "025"));

        assertThat(rows.states().values()).containsOnly("NEEDS_ATTENTION");
    }

    @Test
    void shouldMatchByOurNumberOrByClaimNumber() {
        send();

        ReplyOutcome outcome = apply(claims(5, "TRN*2*A1~STC*A2:20*20260106*WQ*125.5~REF*1K*P1~REF*D9*" + id("A1") + "~",
                "TRN*2*A2~STC*A3:21*20260106*U*125.5******A3:187~"));

        assertThat(outcome).isEqualTo(new ReplyOutcome("APPLIED", 2, 0, 1, ""));
        assertThat(rows.states()).containsEntry("A1", "PAYER_ACCEPTED").containsEntry("A2", "PAYER_REJECTED");
        assertThat(rows.rows("select accepted, statuses, payer_claim_number from claim_status order by claim_id"))
                .containsExactly(List.of("t", "A2:20", "P1"), List.of("f", "A3:21 A3:187", ""));
        assertThat(GuideFaults.of(rows.payerAcknowledgements())).isEmpty();
        assertThat(rows.payerAcknowledgements()).contains("~STC*A3:21*20260106*U*125.5******A3:187~");
    }

    @Test
    void shouldCountTheSameStatusOnce() {
        send();
        String verdict = "TRN*2*A1~STC*A2:20*20260106*WQ*125.5~REF*1K*P1~";
        String message = claims(5, verdict);
        apply(message);

        assertThat(await(replies.keep("evergreen", Buffer.buffer(message)))).isFalse();
        assertThat(await(replies.applyNext("evergreen", work))).isEmpty();
        assertThat(apply(claims(6, verdict)).acknowledgements()).isZero();
        assertThat(apply(claims(7, verdict.replace("P1", "P2"))).acknowledgements()).isEqualTo(1);
        assertThat(rows.rows("select id from claim_status")).hasSize(2);
    }

    @Test
    void shouldLeaveClaimsAloneThatTheNumbersDoNotAgreeOn() {
        send();

        ReplyOutcome outcome = apply(claims(5, "TRN*2*A1~STC*A2:20*20260106*WQ*125.5~REF*D9*" + id("A2") + "~",
                "TRN*2*NOBODY~STC*A2:20*20260106*WQ*125.5~"));

        assertThat(outcome.unmatched()).isEqualTo(2);
        assertThat(rows.states().values()).containsOnly("SENT");
        assertThat(rows.one("select note from payer_reply")).isEqualTo("2 of 3 answers matched nothing");
    }

    @Test
    void shouldRejectAllClaimsOfARejectedSet() {
        send();
        String rejected = claims(5).replaceAll("STC\\*A1:19:PR\\*20260106\\*WQ\\*251~HL\\*3.*SE", "STC*A8:496:41*20260106*U*251~SE");

        assertThat(apply(rejected).matched()).isEqualTo(2);

        assertThat(rows.states().values()).containsOnly("PAYER_REJECTED");
    }

    @Test
    void shouldKeepWhatItCannotMatchOrRead() {
        assertThat(apply(ta1(9, "A", "000").replace("TA1*000000001", "TA1*000000099")).state()).isEqualTo("UNMATCHED");
        assertThat(apply("<html>").state()).isEqualTo("UNREADABLE");
        assertThat(rows.rows("select state, note from payer_reply order by id")).containsExactly(
                List.of("UNMATCHED", "1 of 1 answers matched nothing"),
                List.of("UNREADABLE", "byte 0: what stands here is not an ISA segment"));
    }

    private static String payment(int number, String... claims) {
        return ISA.formatted(number) + "GS*HP*EVG01*CLAIMGATE*20260106*0900*4*X*005010X221A1~ST*835*0001~"
                + "BPR*I*100*C*CHK************20260106~TRN*1*12345*1512345678~" + String.join("~", claims)
                + "~SE*9*0001~GE*1*4~IEA*1*%09d~".formatted(number);
    }

    @Test
    void shouldKeepWhichClaimsThePayerPaid() {
        send();

        ReplyOutcome outcome = apply(payment(8, "CLP*A1*1*125.5*100**12*P1", "CLP*A2*4*125.5*0**12*P2",
                "CLP*NOBODY*1*9*9**12*P3"));

        assertThat(outcome).isEqualTo(new ReplyOutcome("APPLIED", 2, 1, 0, "1 of 3 answers matched nothing"));
        assertThat(rows.rows("select kind, accepted, statuses, payer_claim_number from claim_status order by claim_id"))
                .containsExactly(List.of("835", "t", "1", "P1"), List.of("835", "f", "4", "P2"));
        assertThat(rows.states().values()).as("it was adjudicated").containsOnly("PAYER_ACCEPTED");
        assertThat(facts()).isEqualTo("sent answered");
        assertThat(await(new ClaimQueries(pool).find("northside", Long.parseLong(id("A2")))).orElseThrow().timeline())
                .last().satisfies(event -> assertThat(event.event()).isEqualTo("PAYER_DENIED"));
        apply(payment(9, "CLP*A1*1*125.5*100**12*P1", "CLP*A2*22*125.5*0**12*P2"));
        assertThat(rows.rows("select statuses from claim_status order by id")).as("each status once")
                .containsExactly(List.of("1"), List.of("4"), List.of("22"));
    }

    @Test
    void shouldTellClaimsOfTheSameNumberApartByThePayersNumber() throws Exception {
        send();
        apply(claims(5, "TRN*2*A1~STC*A2:20*20260106*WQ*125.5~REF*1K*P1~"));
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("A1")));
        await(outbound.prepare("evergreen", 100, 64, work));

        assertThat(apply(payment(8, "CLP*A1*1*125.5*100**12*P7")).state()).as("neither").isEqualTo("UNMATCHED");
        assertThat(apply(payment(9, "CLP*A1*1*125.5*100**12*P1")).matched()).isEqualTo(1);

        assertThat(rows.one("select c.outbound_set || ' ' || o.control_number from claim_status s join claim c on"
                + " c.id = s.claim_id join outbound_interchange o on o.id = c.outbound_id where s.kind = '835'"))
                .isEqualTo("1 1");
    }
}
