package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.store.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A gateway, or its PostgreSQL, is killed before and after each step that a claim takes from "bytes accepted" to "the payer's
 * 277CA relayed", and started again. A few steps by default, all of them with {@code -Dcrash.matrix=full}.
 */
@Timeout(value = 1800, unit = TimeUnit.SECONDS)
class CrashMatrixIT {
    /** Calls of webhooks have tests of their own; the rest is written anew at every start, or once and by whoever comes first. */
    private static final Pattern BESIDE_THE_WAY =
            Pattern.compile("^(update webhook_call|.*webhook_partner|.*outbox_partner|insert into patient_secret)[^;]*;");
    private static final boolean FULL = "full".equals(System.getProperty("crash.matrix"));
    private static final Path LOG = Path.of("target", "crash-matrix.log");
    private static final int CLAIMS = 6;
    private static final int STEP_SECONDS_MAX = 180;

    @TempDir
    Path folder;

    private final List<CompletableFuture<Void>> sending = new ArrayList<>();
    private EmbeddedDatabase database;
    private DatabaseLine line;
    private TestPayers payers;
    private GatewayProcess gateway;
    private ClaimSender sender;
    private int seed;

    @BeforeEach
    void open() throws Exception {
        database = EmbeddedDatabase.start(folder.resolve("data"), GatewayProcess.freePort());
        line = new DatabaseLine(database.port());
        payers = new TestPayers(1);
        gateway = GatewayProcess.on(line.port(), folder, LOG, payers.yaml());
        sender = new ClaimSender(gateway, 0);
        gateway.start();
    }

    @AfterEach
    void end() throws Exception {
        List<AutoCloseable> all = List.of(gateway, line, payers, database);
        for (AutoCloseable each : all) {
            each.close();
        }
    }

    /** A place of the matrix: what has to come first for it, and how to stop there. */
    private record Cell(String name, Runnable preparation, Stop stop) {
    }

    private interface Stop {
        void at(Runnable moment);
    }

    private Cell cell(JourneyStep step, DatabaseLine.Side side) {
        Runnable preparation = step == JourneyStep.DELIVERY_FAILED ? () -> payers.line(0).at(
                PayerLine.Moment.BEFORE_THE_PAYER_HAS_IT, 1, () -> { }) : () -> { };
        return new Cell(side + " " + step, preparation, moment -> line.at(step, side, moment));
    }

    private Cell cell(PayerLine.Moment when) {
        return new Cell(when.name(), () -> { }, moment -> payers.line(1).at(when, 1, moment));
    }

    private List<Cell> cells(List<Cell> few) {
        if (!FULL) {
            return few;
        }
        List<Cell> all = new ArrayList<>();
        for (JourneyStep step : JourneyStep.values()) {
            for (DatabaseLine.Side side : DatabaseLine.Side.values()) {
                all.add(cell(step, side));
            }
        }
        for (PayerLine.Moment moment : PayerLine.Moment.values()) {
            all.add(cell(moment));
        }
        return all;
    }

    @Test
    void shouldHaveEveryClaimAtItsPayerOnceWhereverTheGatewayIsKilled() throws Exception {
        for (Cell cell : cells(List.of(
                cell(JourneyStep.FILE_KEPT, DatabaseLine.Side.AFTER),
                cell(JourneyStep.VERDICT_REACHED, DatabaseLine.Side.AFTER),
                cell(JourneyStep.DELIVERED, DatabaseLine.Side.BEFORE),
                cell(PayerLine.Moment.BEFORE_A_REPLY_IS_CONFIRMED),
                cell(JourneyStep.PAYERS_277CA_RELAYED, DatabaseLine.Side.AFTER)))) {
            stop(cell, gateway::kill);
            gateway.start();
        }
        everythingIsDoneOnce();
    }

    @Test
    void shouldHaveEveryClaimAtItsPayerOnceWhereverTheDatabaseIsKilled() throws Exception {
        for (Cell cell : cells(List.of(
                cell(JourneyStep.FILE_KEPT, DatabaseLine.Side.AFTER),
                cell(JourneyStep.DELIVERED, DatabaseLine.Side.AFTER),
                cell(JourneyStep.PAYERS_277CA_RELAYED, DatabaseLine.Side.AFTER)))) {
            stop(cell, gateway::killDatabase);
            int port = database.port();
            database.close();
            database = EmbeddedDatabase.start(folder.resolve("data"), port);
            gateway.awaitReady();
        }
        everythingIsDoneOnce();
    }

    /** Sends a file and waits for the moment; the process is killed there. */
    private void stop(Cell cell, Runnable kill) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        cell.preparation.run();
        cell.stop.at(() -> {
            kill.run();
            reached.countDown();
        });
        sending.add(sender.insist(++seed, CLAIMS));
        assertThat(reached.await(STEP_SECONDS_MAX, TimeUnit.SECONDS)).as("killed " + cell.name).isTrue();
    }

    private void everythingIsDoneOnce() throws Exception {
        CompletableFuture.allOf(sending.toArray(CompletableFuture[]::new)).get(STEP_SECONDS_MAX, TimeUnit.SECONDS);
        new ExactlyOnce(gateway, sender, payers).check();
        assertThat(gateway.rows("select sha256 from submission")).as("files, each sent until it was confirmed").hasSize(seed);
        assertThat(gateway.rows("select control_number from acknowledgement group by 1 having count(*) > 1")).isEmpty();
    }

    /** Whoever adds a step that writes adds it to the matrix. */
    @Test
    void shouldKnowEveryStepThatWrites() throws Exception {
        line.written();
        sender.send(1, CLAIMS);
        new ExactlyOnce(gateway, sender, payers).check();
        assertThat(line.written().stream().filter(BESIDE_THE_WAY.asPredicate().negate())).isNotEmpty()
                .allMatch(statements -> Arrays.stream(JourneyStep.values()).anyMatch(step -> step.test(statements)));
    }
}
