package dev.claimgate.payer;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.TestVertx;
import dev.claimgate.partner.ExpectedAnswers;
import dev.claimgate.partner.Payer;
import dev.claimgate.store.ClaimQueries;
import dev.claimgate.store.OutboundDelivery;
import dev.claimgate.store.OutboundInterchanges;
import dev.claimgate.store.OverdueAnswers;
import dev.claimgate.store.PayerGates;
import dev.claimgate.store.PayerReplies;
import dev.claimgate.store.ReplyOutcome;
import dev.claimgate.store.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a payer's answers do to claims. */
class PayerReplyIT {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();
    private static final String ISA =
            "ISA*00*          *00*          *ZZ*EVG01          *ZZ*CLAIMGATE      *260106*0900*^*00501*%09d*0*T*:~";

    private final GatewayRows rows = new GatewayRows(database);
    private final Payer payer = SampleFile.payer(1);
    private Vertx vertx;
    private Pool pool;
    private OutboundInterchanges outbound;
    private PayerReplies replies;
    private PayerWork work;
    private OutboundDelivery delivery;

    @BeforeEach
    void open() throws Exception {
        database.clear();
        vertx = Vertx.vertx();
        pool = database.pool(vertx);
        outbound = new OutboundInterchanges(pool, Clock.systemUTC());
        replies = new PayerReplies(pool, Clock.systemUTC());
        work = new PayerWork(payer, services());
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("A1", "A2")));
        assertThat(await(outbound.prepare("evergreen", 100, work))).isEqualTo(1);
        delivery = await(outbound.take("evergreen", Duration.ZERO, false)).orElseThrow();
    }

    private PayerServices services() {
        return new PayerServices(outbound, replies, new OverdueAnswers(pool, Clock.systemUTC()),
                new PayerGates(pool, Clock.systemUTC()), new PayerBreakers(),
                SampleFile.dialects(vertx), SampleFile.CONTACT,
                vertx.createSharedWorkerExecutor("payer", 2), new SimpleMeterRegistry(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        await(pool.close());
        await(vertx.close());
    }

    private void send() {
        await(outbound.sent("evergreen", delivery, Buffer.buffer()));
    }

    private ReplyOutcome apply(String message) {
        assertThat(await(replies.keep("evergreen", Buffer.buffer(message)))).isTrue();
        return await(replies.applyNext("evergreen", work)).orElseThrow();
    }

    private static String ta1(int number, String code, String note) {
        return ISA.formatted(number) + "TA1*000000001*260106*0805*%s*%s~IEA*0*%09d~".formatted(code, note, number);
    }

    private static String syntax(String code) {
        return ISA.formatted(2) + "GS*FA*EVG01*CLAIMGATE*20260106*0900*2*X*005010X231A1~ST*999*0001*005010X231A1~"
                + "AK1*HC*1*005010X222A1~AK2*837*0001*005010X222A1~IK5*" + code + "~AK9*" + code.charAt(0)
                + "*1*1*0~SE*6*0001~GE*1*2~IEA*1*000000002~";
    }

    private String claims(int number, String... loops2200d) {
        StringBuilder text = new StringBuilder(ISA.formatted(number)).append("GS*HN*EVG01*CLAIMGATE*20260106*0900*3*X*")
                .append("005010X214~ST*277*0001*005010X214~BHT*0085*08*X*20260106*0900*TH~HL*1**20*1~")
                .append("NM1*PR*2*EVERGREEN*****PI*EVG01~HL*2*1*21*1~NM1*41*2*CLAIMGATE*****46*CLAIMGATE~TRN*2*")
                .append(rows.one("select originator_id from outbound_interchange"))
                .append("~STC*A1:19:PR*20260106*WQ*251~HL*3*2*19*1~NM1*85*2*NORTHSIDE*****XX*1234567893~");
        for (String loop : loops2200d) {
            text.append("HL*4*3*PT~NM1*QC*1*TESTER*ADA****MI*MEM1~").append(loop);
        }
        return text.append("SE*1*0001~GE*1*3~IEA*1*%09d~".formatted(number)).toString();
    }

    private String id(String patientControlNumber) {
        return rows.one("select id from claim where patient_control_number = '" + patientControlNumber + "'");
    }

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

    @Test
    void shouldAnswerEachTransactionSetForItself() throws Exception {
        send();
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("B1", "B2", "B3")));
        PayerWork setsOfTwo = new PayerWork(SampleFile.inSets(2), services());
        await(outbound.prepare("evergreen", 100, setsOfTwo));
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
        await(outbound.prepare("evergreen", 100, work));

        assertThat(await(outbound.take("evergreen", Duration.ofMinutes(1), false))).hasValueSatisfying(
                first -> assertThat(first.controlNumber()).isEqualTo(1));
        assertThat(await(outbound.take("evergreen", Duration.ofMinutes(1), false))).as("while it is under way").isEmpty();
        send();
        assertThat(await(outbound.take("evergreen", Duration.ofMinutes(1), false))).hasValueSatisfying(
                second -> assertThat(second.controlNumber()).isEqualTo(2));
    }

    @Test
    void shouldCountWhatIsAnsweredTooLate() {
        ExpectedAnswers hours = new ExpectedAnswers(ExpectedAnswers.Ta1.ASKED, Duration.ofHours(1), Duration.ofHours(4),
                Duration.ofHours(8));
        ExpectedAnswers none = new ExpectedAnswers(ExpectedAnswers.Ta1.NOT_ASKED, Duration.ofHours(1), Duration.ZERO,
                Duration.ZERO);
        send();

        assertThat(late(Duration.ofMinutes(59), hours)).isEqualTo(new OverdueAnswers.Counts(0, 0, 0));
        assertThat(late(Duration.ofHours(3), hours)).isEqualTo(new OverdueAnswers.Counts(1, 0, 0));
        assertThat(late(Duration.ofHours(5), hours)).isEqualTo(new OverdueAnswers.Counts(1, 1, 0));
        assertThat(late(Duration.ofHours(9), hours)).isEqualTo(new OverdueAnswers.Counts(1, 1, 2));
        assertThat(late(Duration.ofHours(9), none)).isEqualTo(new OverdueAnswers.Counts(0, 0, 0));
        apply(syntax("A"));
        assertThat(late(Duration.ofHours(9), hours)).isEqualTo(new OverdueAnswers.Counts(0, 0, 2));
    }

    @Test
    void shouldKeepApartWhenItWasSentAcknowledgedAndAnswered() {
        send();
        assertThat(facts()).isEqualTo("sent");
        apply(ta1(1, "A", "000"));
        assertThat(facts()).isEqualTo("sent ta1");
        apply(syntax("A"));
        assertThat(facts()).isEqualTo("sent ta1 acknowledged");
        apply(claims(5, "TRN*2*A1~STC*A2:20*20260106*WQ*125.5~"));
        assertThat(facts()).as("one claim waits").isEqualTo("sent ta1 acknowledged");
        apply(claims(6, "TRN*2*A2~STC*A2:20*20260106*WQ*125.5~"));
        assertThat(facts()).isEqualTo("sent ta1 acknowledged answered");
    }

    private String facts() {
        return rows.one("""
                select concat_ws(' ', case when sent_at <= now() then 'sent' end, case when ta1_at >= sent_at then 'ta1' end,
                    case when acknowledged_at >= sent_at then 'acknowledged' end,
                    case when answered_at >= sent_at then 'answered' end) from outbound_interchange""");
    }

    @Test
    void shouldListWhatIsLateAndWhatNobodyUnderstands() {
        ExpectedAnswers hours = new ExpectedAnswers(ExpectedAnswers.Ta1.ASKED, Duration.ofHours(1), Duration.ofHours(4),
                Duration.ofHours(8));
        send();
        assertThat(alerts(Duration.ofHours(3), hours)).containsExactly("TA1_MISSING 1 2");
        apply(ta1(1, "A", "000"));
        apply("<html>");
        assertThat(alerts(Duration.ofHours(3), hours)).containsExactly("REPLY_UNREADABLE 0 0");
        assertThat(alerts(Duration.ofHours(9), hours)).containsExactly("ACKNOWLEDGEMENT_MISSING 1 2",
                "CLAIM_ANSWERS_MISSING 1 2", "REPLY_UNREADABLE 0 0");
        apply(claims(5, "TRN*2*A1~STC*A2:20*20260106*WQ*125.5~", "TRN*2*NOBODY~STC*A2:20*20260106*WQ*125.5~"));
        apply(syntax("A"));
        assertThat(alerts(Duration.ofHours(9), hours)).containsExactly("CLAIM_ANSWERS_MISSING 1 1", "REPLY_UNMATCHED 0 0",
                "REPLY_UNREADABLE 0 0");
    }

    private List<String> alerts(Duration after, ExpectedAnswers expected) {
        return await(new OverdueAnswers(pool, Clock.offset(Clock.systemUTC(), after)).alerts("evergreen", expected)).stream()
                .map(alert -> alert.kind() + " " + alert.controlNumber().orElse(0) + " " + alert.claims()).toList();
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
        await(outbound.prepare("evergreen", 100, work));

        assertThat(apply(payment(8, "CLP*A1*1*125.5*100**12*P7")).state()).as("neither").isEqualTo("UNMATCHED");
        assertThat(apply(payment(9, "CLP*A1*1*125.5*100**12*P1")).matched()).isEqualTo(1);

        assertThat(rows.one("select c.outbound_set || ' ' || o.control_number from claim_status s join claim c on"
                + " c.id = s.claim_id join outbound_interchange o on o.id = c.outbound_id where s.kind = '835'"))
                .isEqualTo("1 1");
    }

    private OverdueAnswers.Counts late(Duration after, ExpectedAnswers expected) {
        return await(new OverdueAnswers(pool, Clock.offset(Clock.systemUTC(), after)).of("evergreen", expected));
    }

    @Test
    void shouldGiveEachInterchangeItsOwnControlNumber() throws Exception {
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("B1")));
        await(outbound.prepare("evergreen", 100, work));

        assertThat(rows.rows("select control_number, claim_count from outbound_interchange order by id"))
                .containsExactly(List.of("1", "2"), List.of("2", "1"));
    }
}
