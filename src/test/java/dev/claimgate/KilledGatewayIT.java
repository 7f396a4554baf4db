package dev.claimgate;

import static dev.claimgate.GatewayProcess.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A gateway whose process is killed, and what became of the files it had said yes to. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class KilledGatewayIT {
    private static final int LARGE_FILE_CLAIMS = 15_000;
    private static final int HALF_FILE_CLAIMS = 2_000;
    private static final double FAULT_RATE = 0.02;
    private static final int KILLS = 5;
    /** Longer than the test lasts: what was being delivered must not wait for it after a kill. */
    private static final int PAYER_SECONDS_MAX = 120;
    private static final Path LOG = Path.of("target", "killed-gateway.log");

    @TempDir
    Path folder;

    private TestPayers payers;
    private GatewayProcess gateway;

    @BeforeEach
    void open() throws Exception {
        payers = new TestPayers(PAYER_SECONDS_MAX);
        gateway = GatewayProcess.embedded(folder, LOG, payers.yaml());
    }

    @AfterEach
    void end() throws Exception {
        try {
            gateway.close();
        } finally {
            payers.close();
        }
    }

    @Test
    void shouldFinishEveryFileItSaidYesToExactlyOnceWhereverItIsKilled() throws Exception {
        ClaimSender sender = new ClaimSender(gateway, FAULT_RATE);
        gateway.start();

        killWhileFilesComeIn(sender);
        killWhileItValidates(sender);
        killInADelivery(payers.line(0), PayerLine.Moment.BEFORE_ITS_ANSWER);
        killInADelivery(payers.line(1), PayerLine.Moment.BEFORE_THE_PAYER_HAS_IT);
        killWithDatabaseWhileRepliesComeIn();
        gateway.start();

        new ExactlyOnce(gateway, sender, payers).check();
        assertThat(payers.repeats()).as("deliveries whose answer a kill took")
                .isBetween(1, KILLS * TestPayers.CODES.size());
    }

    private void killWhileFilesComeIn(ClaimSender sender) throws Exception {
        CompletableFuture<Void> small = CompletableFuture.allOf(sender.flood(1), sender.flood(2), sender.flood(3));
        try (ClaimSender.HalfSent half = sender.sendHalf(4, HALF_FILE_CLAIMS)) {
            await("dozen of files", 30, () -> sender.confirmed().size() >= 12);
            sender.send(5, LARGE_FILE_CLAIMS);
            gateway.kill();
            assertThat(half.socket().isConnected()).isTrue();
        }
        small.get(20, TimeUnit.SECONDS);
        assertThat(sender.unanswered()).as("files whose sending was cut").hasSizeGreaterThan(1);
    }

    private void killWhileItValidates(ClaimSender sender) throws Exception {
        gateway.start();
        await("claims of the large file", 30, gateway::writesClaimsOfALargeFile);
        gateway.kill();
        assertThat(gateway.rows("select id from submission where state = 'RECEIVED'"))
                .contains(List.of(sender.confirmed(LARGE_FILE_CLAIMS).toString()));
    }

    private void killInADelivery(PayerLine line, PayerLine.Moment moment) throws Exception {
        line.at(moment, 3, gateway::kill);
        gateway.start();
        gateway.awaitEnd(60);
        assertThat(gateway.rows("select 1 from outbound_interchange where state = 'READY'")).isNotEmpty();
    }

    private void killWithDatabaseWhileRepliesComeIn() throws Exception {
        gateway.start();
        await("answers for a quarter of all claims", 60, () -> Integer.parseInt(gateway.one(
                "select count(*) from claim where state like 'PAYER_%'")) > LARGE_FILE_CLAIMS / 4);
        gateway.killWithDatabase();
    }

    /** The first start makes the database, which takes longest: wherever it is cut, the next one goes on or begins anew. */
    @Test
    void shouldStartAfterAKillWhileStarting() throws Exception {
        killWhenThereIs("data\\.new.*", "postgresql.conf");
        killWhenThereIs("data\\.new.*", "postmaster.pid");
        killWhenThereIs("data", "postmaster.pid");
        gateway.start();

        ClaimSender sender = new ClaimSender(gateway, 0);
        sender.send(1, 20);
        new ExactlyOnce(gateway, sender, payers).check();
    }

    @Test
    void shouldStopInSilenceWhileStarting() throws Exception {
        gateway.launch();
        await("database", 30, () -> Files.exists(folder.resolve("data").resolve("postmaster.pid")) || gateway.failed());
        gateway.stop();

        assertThat(gateway.log()).doesNotContain("Exception", "\tat ");
        assertThat(folder.resolve("data").resolve("postmaster.pid")).as("PostgreSQL is stopped with it").doesNotExist();
    }

    private void killWhenThereIs(String directory, String file) throws Exception {
        Set<Path> before = Set.copyOf(gateway.dataDirectories());
        gateway.launch();
        await(directory + " with " + file, 30, () -> gateway.failed() || gateway.dataDirectories().stream().anyMatch(each ->
                !before.contains(each) && each.getFileName().toString().matches(directory)
                        && Files.exists(each.resolve(file))));
        gateway.kill();
    }
}
