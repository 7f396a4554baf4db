package dev.claimgate.payer;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.dialect.DialectReplies;
import dev.claimgate.store.OutboundInterchanges;
import dev.claimgate.store.OverdueAnswers;
import dev.claimgate.store.PayerGates;
import dev.claimgate.store.PayerReplies;
import dev.claimgate.store.TestDatabase;
import dev.claimgate.validation.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Claims to a payer that answers in a dialect, and its answers back. */
class DialectFlowIT {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();
    private static Vertx vertx;
    private static DialectReplies dialects;

    private final GatewayRows rows = new GatewayRows(database);
    private Pool pool;
    private PayerReplies replies;
    private String payer;
    private String gateway;

    /** Compiles the DFDL file once: that may take longer than a test waits. */
    @BeforeAll
    static void warmUp() {
        vertx = Vertx.vertx();
        dialects = SampleFile.dialects(vertx);
        await(dialects.read("claim-lines", "H|20260106|1\nC|1|A1|P1|ACC||\nT|1\n".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @AfterAll
    static void stop() {
        await(vertx.close());
    }

    @BeforeEach
    void open() throws Exception {
        database.clear();
        pool = database.pool(vertx);
        replies = new PayerReplies(pool, Clock.systemUTC());
        SimulatedPayer simulated = new SimulatedPayer(
                SimulatedPayerOptions.reliable(0).replying(SimulatedReply.CLAIM_LINES),
                new EngineCheck(Verdict.rules(), Clock.systemUTC()), Clock.systemUTC());
        payer = await(vertx.deployVerticle(simulated));
        PayerServices services = new PayerServices(new OutboundInterchanges(pool, Clock.systemUTC()), replies,
                new OverdueAnswers(pool, Clock.systemUTC()), new PayerGates(pool, Clock.systemUTC()),
                new PayerBreakers(), dialects, SampleFile.CONTACT,
                vertx.createSharedWorkerExecutor("payer", 2), new SimpleMeterRegistry(), Clock.systemUTC());
        gateway = await(vertx.deployVerticle(
                new PayerVerticle(SampleFile.speaking("claim-lines", simulated.port()), services)));
    }

    @AfterEach
    void close() {
        await(vertx.undeploy(gateway));
        await(vertx.undeploy(payer));
        await(pool.close());
    }

    @Test
    void shouldMoveClaimsOnAndTellTheSubmitterAsA277caDoes() throws Exception {
        rows.accept(SampleFile.of(SampleFile.subscriberClaims("A1", "A2-RJ")));

        GatewayRows.await(() -> Set.of("PAYER_ACCEPTED", "PAYER_REJECTED").containsAll(rows.states().values()));

        assertThat(rows.states()).containsEntry("A1", "PAYER_ACCEPTED").containsEntry("A2-RJ", "PAYER_REJECTED");
        assertThat(rows.told("A1")).containsExactly(List.of("999", "t", "A"), List.of("277CA", "t", "A2:20"));
        assertThat(rows.told("A2-RJ")).containsExactly(List.of("999", "t", "A"), List.of("277CA", "f", "A7:164:IL"));
        assertThat(rows.one("select convert_from(bytes, 'LATIN1') from payer_reply where bytes like 'H|%'"))
                .contains("|A2-RJ||REJ|MEMBER|").endsWith("T|2\n");
        assertThat(GuideFaults.of(rows.payerAcknowledgements())).isEmpty();
        List<String> told = List.of(rows.payerAcknowledgements().split("~"));
        assertThat(told).contains("TRN*2*BATCH7", "TRN*2*A1", "TRN*2*A2-RJ", "QTY*90*1", "QTY*AA*1")
                .anyMatch(segment -> segment.matches("STC\\*A2:20\\*\\d{8}\\*WQ\\*125.5"))
                .anyMatch(segment -> segment.matches("STC\\*A7:164:IL\\*\\d{8}\\*U\\*125.5"))
                .anyMatch(segment -> segment.matches("REF\\*1K\\*L\\d{15}"));
    }

    @Test
    void shouldKeepAReportItCannotReadWithTheReason() {
        await(replies.keep("evergreen", Buffer.buffer("H|20260106|1\nC|1|A1|P1|ACC||20260106\nC|2|A2|P2\nT|2\n")));
        await(replies.keep("evergreen", Buffer.buffer("H|20260106|1\nC|1|A1|P1|ACC||20260106\nT|2\n")));

        GatewayRows.await(() -> rows.rows("select id from payer_reply where state = 'RECEIVED'").isEmpty());

        assertThat(rows.rows("select state, note from payer_reply order by id")).containsExactly(
                List.of("UNREADABLE", "line 3 (byte 46): does not follow report.dfdl.xsd"),
                List.of("UNREADABLE", "line 3 (byte 40): does not follow report.dfdl.xsd"));
    }
}
