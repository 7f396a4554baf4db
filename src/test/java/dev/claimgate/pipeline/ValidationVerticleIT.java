package dev.claimgate.pipeline;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.TestVertx;
import dev.claimgate.claim.HistoryLimits;
import dev.claimgate.store.Channel;
import dev.claimgate.store.Notices;
import dev.claimgate.store.SubmissionState;
import dev.claimgate.store.Submissions;
import dev.claimgate.store.TestDatabase;
import dev.claimgate.store.WorkQueue;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ValidationVerticleIT {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();
    @RegisterExtension
    static final TestVertx vertx = new TestVertx();

    private static final int SMALL_BYTES_MAX = 1_000;

    private final ScriptedEngine engine = new ScriptedEngine();
    private final List<String> deployed = new ArrayList<>();
    private Optional<String> payer = Optional.of("evergreen");
    private Pool pool;
    private Notices notices;

    @BeforeEach
    void open() throws SQLException {
        database.clear();
        pool = database.pool(vertx.get());
        notices = new Notices(vertx.get());
    }

    @AfterEach
    void close() {
        engine.go.release(100);
        deployed.forEach(id -> await(vertx.get().undeploy(id)));
        await(pool.close());
    }

    @Test
    void shouldWriteClaimsAnswersAndVerdictTogether() throws Exception {
        UUID id = receive("open 1\nset\nclaim\nbad-claim\naccept-set\naccept\nanswer 10\n");
        deploy(2);
        assertThat(verdict(id)).isEqualTo(SubmissionState.VALIDATED);
        assertThat(rows("select state, coalesce(payer_id, '-'), statuses from claim order by id"))
                .containsExactly("WAITING evergreen ", "REJECTED - A7:562:85");
        assertThat(rows("select kind, byte_count from acknowledgement")).containsExactly("999 10");
        assertThat(rows("select summary #>> '{claims,accepted}', summary #>> '{interchanges,0,groups,0,sets,0,code}'"
                + " from submission")).containsExactly("1 A");
    }

    @Test
    void shouldRejectClaimsWithTheirSetEvenWhenTheyWereWrittenBefore() throws Exception {
        UUID id = receive("open 1\nset\nclaim\n", "claim\nreject-set\nset\nclaim\naccept-set\naccept\n");
        deploy(1);
        assertThat(verdict(id)).isEqualTo(SubmissionState.VALIDATED);
        assertThat(rows("select set_ordinal, state, coalesce(payer_id, '-') from claim order by id")).containsExactly(
                "1 SET_REJECTED -", "1 SET_REJECTED -", "2 WAITING evergreen");
    }

    @Test
    void shouldRejectEveryClaimOfARejectedInterchangeAndLetItBeSentAgain() throws Exception {
        UUID bad = receive("open 1\nset\nclaim\naccept-set\n", "set\nclaim\naccept-set\nreject\n");
        deploy(1);
        assertThat(verdict(bad)).isEqualTo(SubmissionState.VALIDATED);
        assertThat(rows("select distinct state from claim")).containsExactly("SET_REJECTED");
        assertThat(rows("select summary #>> '{claims,rejectedWithSet}' from submission")).containsExactly("2");

        UUID again = receive("open 1\nset\nclaim\naccept-set\naccept\n");
        assertThat(verdict(again)).isEqualTo(SubmissionState.VALIDATED);
        assertThat(rows("select state from claim where submission_id = '" + again + "'")).containsExactly("WAITING");
    }

    @Test
    void shouldNoticeASecondInterchangeWithTheSameControlNumber() throws Exception {
        UUID first = receive("open 7\naccept\n");
        deploy(1);
        assertThat(verdict(first)).isEqualTo(SubmissionState.VALIDATED);
        UUID second = receive("open 7\n");
        assertThat(verdict(second)).isEqualTo(SubmissionState.VALIDATED);
        assertThat(rows("select summary #>> '{interchanges,0,notes,0,code}' from submission where id = '" + second + "'"))
                .containsExactly("025");
    }

    @Test
    void shouldAskForAPersonWhenNoPayerGoesByTheCode() throws Exception {
        payer = Optional.empty();
        UUID id = receive("open 1\nset\nclaim\naccept-set\naccept\n");
        deploy(1);
        verdict(id);
        assertThat(rows("select state, note like '%conf/payers.yaml' from claim")).containsExactly("NEEDS_ATTENTION t");
    }

    @Test
    void shouldCallAFileWithoutInterchangeUnreadable() throws Exception {
        UUID id = receive("unreadable\n");
        deploy(1);
        assertThat(verdict(id)).isEqualTo(SubmissionState.UNREADABLE);
        assertThat(rows("select summary #>> '{unreadable,0,reason}' from submission")).containsExactly("no ISA at the start");
    }

    @Test
    void shouldWriteAnAnswerOfManyPiecesInOrder() throws Exception {
        UUID id = receive("open 1\naccept\nanswer 2500000\n");
        deploy(1);
        verdict(id);
        assertThat(rows("select a.byte_count, count(*), sum(length(c.bytes)) from acknowledgement a"
                + " join acknowledgement_chunk c on c.acknowledgement_id = a.id group by a.id")).containsExactly("2500000 3 2500000");
    }

    @Test
    void shouldNotLetABrokenFileKeepOthersWaiting() throws Exception {
        UUID broken = receive("open 1\nset\nclaim\nanswer 10\nbreak\n");
        UUID good = receive("open 2\nset\nclaim\naccept-set\naccept\n");
        deploy(1);
        assertThat(verdict(good)).isEqualTo(SubmissionState.VALIDATED);
        assertThat(verdict(broken)).isEqualTo(SubmissionState.FAILED);
        assertThat(rows("select attempts, summary ->> 'failure' like 'validation broke off 3 times%' from submission"
                + " where state = 'FAILED'")).containsExactly("4 t");
        assertThat(rows("select count(*) from claim where submission_id = '" + broken + "'")).containsExactly("0");
        assertThat(rows("select count(*) from interchange_seen")).containsExactly("1");
        assertThat(engine.draftsOpen).hasValue(0);
        assertThat(engine.closedRuns.get()).isEqualTo(engine.openedRuns.get());
    }

    @Test
    void shouldDoAFileAgainExactlyOnceWhenItsTransactionIsLost() throws Exception {
        UUID id = receive("open 1\nset\nclaim\n", "wait\nclaim\naccept-set\naccept\nanswer 10\n");
        deploy(1);
        assertThat(engine.arrived.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        database.dropConnections();
        engine.go.release(10);
        assertThat(verdict(id)).isEqualTo(SubmissionState.VALIDATED);
        assertThat(rows("select count(*) from claim")).containsExactly("2");
        assertThat(rows("select count(*) from acknowledgement")).containsExactly("1");
        assertThat(rows("select attempts from submission")).as("the file is not to blame").containsExactly("1");
    }

    @Test
    void shouldNeverGiveOneFileToTwoWorkers() throws Exception {
        List<UUID> files = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            files.add(receive("open " + i + "\nset\nclaim\naccept-set\naccept\nanswer 5\n"));
        }
        deploy(3);
        deploy(3);
        for (UUID file : files) {
            assertThat(verdict(file)).isEqualTo(SubmissionState.VALIDATED);
        }
        assertThat(rows("select count(*), count(distinct submission_id) from claim")).containsExactly("40 40");
        assertThat(rows("select count(*) from acknowledgement")).containsExactly("40");
    }

    @Test
    void shouldTakeNoMoreFilesThanItHasSlots() throws Exception {
        for (int i = 0; i < 5; i++) {
            receive("open " + i + "\nwait\naccept\n");
        }
        deploy(2);
        assertThat(engine.arrived.tryAcquire(2, 30, TimeUnit.SECONDS)).isTrue();
        assertThat(engine.arrived.tryAcquire(300, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(rows("select count(*) from submission where attempts > 0")).containsExactly("2");
    }

    @Test
    void shouldRollBackWhatIsUnfinishedWhenItStops() throws Exception {
        receive("open 1\nset\nclaim\n", "wait\naccept-set\naccept\n");
        String id = deploy(1);
        assertThat(engine.arrived.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        deployed.remove(id);
        await(vertx.get().undeploy(id));
        await(pool.close());
        assertThat(rows("select state from submission")).containsExactly("RECEIVED");
        assertThat(rows("select count(*) from claim")).containsExactly("0");
    }

    @Test
    void shouldKeepNothingOfABrokenFileThoughWritingWasUnderWay() throws Exception {
        UUID broken = receive("open 1\nset\nclaim\nanswer 2500000\nanswer 10\n", "break\n");
        deploy(1);
        assertThat(verdict(broken)).isEqualTo(SubmissionState.FAILED);
        assertThat(rows("select count(*) from acknowledgement")).containsExactly("0");
        assertThat(rows("select count(*) from acknowledgement_chunk")).containsExactly("0");
        assertThat(rows("select count(*) from claim")).containsExactly("0");
    }

    @Test
    void shouldNotCountAnAttemptThatAStopEnded() throws Exception {
        receive("open 1\nset\nclaim\nwait\n", "accept-set\naccept\n");
        String id = deploy(1);
        assertThat(engine.arrived.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        vertx.get().setTimer(1000, late -> engine.go.release());
        deployed.remove(id);
        await(vertx.get().undeploy(id));
        assertThat(rows("select state, attempts from submission")).containsExactly("RECEIVED 0");
        assertThat(rows("select count(*) from claim")).containsExactly("0");
    }

    @Test
    void shouldSetAFileAsideThatCostsTheConnectionAgainAndAgain() throws Exception {
        UUID id = receive("open 1\nset\nclaim\n", "lose\n");
        deploy(1, Duration.ofMillis(1));
        assertThat(verdict(id)).isEqualTo(SubmissionState.FAILED);
        assertThat(engine.openedRuns.get()).isEqualTo(BlamelessAttempts.LOSSES_MAX + 3);
    }

    @Test
    void shouldLetPartnersTakeTurnsHoweverManyFilesOneHasWaiting() throws Exception {
        for (int i = 0; i < 20; i++) {
            receive("open " + i + "\naccept\n");
        }
        receiveFrom("lakeview", "open 1\naccept\n");
        UUID last = receiveFrom("zenith", "open 1\naccept\n");
        deploy(1);
        verdict(last);
        assertThat(rows("select partner_id from submission where validated_at is not null order by validated_at limit 3"))
                .containsExactlyInAnyOrder("lakeview", "northside", "zenith");
    }

    @Test
    void shouldKeepASlotForSmallFilesWhileLargeOnesTakeTheirTime() throws Exception {
        String much = "set\naccept-set\n".repeat(SMALL_BYTES_MAX / 10);
        UUID large = receive("open 1\nwait\n" + much + "accept\n");
        UUID next = receive("open 2\n" + much + "accept\n");
        deploy(2);
        assertThat(engine.arrived.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        assertThat(verdict(receive("open 3\naccept\n"))).isEqualTo(SubmissionState.VALIDATED);
        assertThat(rows("select count(*) from submission where state = 'RECEIVED'")).containsExactly("2");
        engine.go.release();
        assertThat(verdict(large)).isEqualTo(SubmissionState.VALIDATED);
        assertThat(verdict(next)).isEqualTo(SubmissionState.VALIDATED);
    }

    private UUID receive(String... chunks) {
        return receiveFrom("northside", chunks);
    }

    private UUID receiveFrom(String partner, String... chunks) {
        UUID id = UUID.randomUUID();
        var writer = await(new Submissions(pool, Clock.systemUTC()).begin(id, partner, Channel.HTTP));
        for (String chunk : chunks) {
            await(writer.append(Buffer.buffer(chunk)));
        }
        await(writer.commit());
        notices.received();
        return id;
    }

    private String deploy(int slots) {
        return deploy(slots, Duration.ofMillis(100));
    }

    private String deploy(int slots, Duration rest) {
        PipelineSettings settings = new PipelineSettings(slots, Duration.ofMillis(50), 3, rest, 100,
                SMALL_BYTES_MAX, Duration.ofMillis(500));
        String id = await(vertx.get().deployVerticle(new ValidationVerticle(new WorkQueue(pool), engine, code -> payer,
                notices, settings, HistoryLimits.USUAL, Clock.systemUTC())));
        deployed.add(id);
        return id;
    }

    private SubmissionState verdict(UUID id) {
        Submissions submissions = new Submissions(pool, Clock.systemUTC());
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        try (Notices.Watch watch = notices.watch(id)) {
            while (System.nanoTime() < until) {
                SubmissionState state = await(submissions.state(id).otherwise(SubmissionState.RECEIVED));
                if (state != SubmissionState.RECEIVED) {
                    return state;
                }
                await(watch.await(Duration.ofMillis(100)));
            }
        }
        throw new AssertionError("no verdict on " + id + " within 30 s");
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = database.connect(); ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder line = new StringBuilder(rows.getString(1));
                for (int i = 2; i <= columns; i++) {
                    line.append(' ').append(rows.getString(i));
                }
                lines.add(line.toString());
            }
            return lines;
        }
    }
}
