package dev.claimgate.payer;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.extension.RegisterExtension;

/** One interchange with two claims, taken for delivery, and what a payer may answer to it. */
abstract class DeliveredClaims {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();
    static final String ISA =
            "ISA*00*          *00*          *ZZ*EVG01          *ZZ*CLAIMGATE      *260106*0900*^*00501*%09d*0*T*:~";

    final GatewayRows rows = new GatewayRows(database);
    final Payer payer = SampleFile.payer(1);
    Vertx vertx;
    Pool pool;
    OutboundInterchanges outbound;
    PayerReplies replies;
    PayerWork work;
    OutboundDelivery delivery;

    @BeforeEach
    void open() throws Exception {
        database.clear();
        vertx = Vertx.vertx();
        pool = database.pool(vertx);
        outbound = new OutboundInterchanges(pool, Clock.systemUTC());
        replies = new PayerReplies(pool, Clock.systemUTC());
        work = new PayerWork(payer, services());
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("A1", "A2")));
        assertThat(await(outbound.prepare("evergreen", 100, 64, work))).isEqualTo(1);
        delivery = await(outbound.take("evergreen", Duration.ZERO, false)).orElseThrow();
    }

    PayerServices services() {
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

    void send() {
        await(outbound.sent("evergreen", delivery, Buffer.buffer()));
    }

    ReplyOutcome apply(String message) {
        assertThat(await(replies.keep("evergreen", Buffer.buffer(message)))).isTrue();
        return await(replies.applyNext("evergreen", work)).orElseThrow();
    }

    /** What payers said of a claim, as its submitter is told it, oldest first. */
    List<String> told(String number) {
        long id = Long.parseLong(rows.one("select id from claim where patient_control_number = '" + number + "'"));
        return await(new ClaimQueries(pool).find("northside", id)).orElseThrow().timeline().stream()
                .filter(event -> event.kind().isPresent()).map(event -> event.kind().get() + " " + event.event()).toList();
    }

    static String ta1(int number, String code, String note) {
        return ISA.formatted(number) + "TA1*000000001*260106*0805*%s*%s~IEA*0*%09d~".formatted(code, note, number);
    }

    static String syntax(String code) {
        return ISA.formatted(2) + "GS*FA*EVG01*CLAIMGATE*20260106*0900*2*X*005010X231A1~ST*999*0001*005010X231A1~"
                + "AK1*HC*1*005010X222A1~AK2*837*0001*005010X222A1~IK5*" + code + "~AK9*" + code.charAt(0)
                + "*1*1*0~SE*6*0001~GE*1*2~IEA*1*000000002~";
    }

    String claims(int number, String... loops2200d) {
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

    String id(String patientControlNumber) {
        return rows.one("select id from claim where patient_control_number = '" + patientControlNumber + "'");
    }

    String facts() {
        return rows.one("""
                select concat_ws(' ', case when sent_at <= now() then 'sent' end, case when ta1_at >= sent_at then 'ta1' end,
                    case when acknowledged_at >= sent_at then 'acknowledged' end,
                    case when answered_at >= sent_at then 'answered' end) from outbound_interchange""");
    }
}
