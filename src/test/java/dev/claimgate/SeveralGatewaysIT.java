package dev.claimgate;

import static dev.claimgate.GatewayProcess.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.store.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several gateways, each a process of its own, on one database. */
@Timeout(value = 900, unit = TimeUnit.SECONDS)
class SeveralGatewaysIT {
    private static final int CLAIMS = 20;
    private static final int FILES_AT_ONCE = 4;
    private static final int SECONDS_MAX = 240;
    /** Of a delivery: twice the time that a payer has to answer. */
    private static final int LEASE_SECONDS = 2;
    /** What a busy machine may add before the next one looks. */
    private static final int SLACK_SECONDS = 30;

    @TempDir
    Path folder;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final List<DatabaseLine> lines = new ArrayList<>();
    private final List<GatewayProcess> gateways = new ArrayList<>();
    private TestPayers payers;
    private ClaimSender sender;
    private int files;

    private void start(int number) throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("data"), GatewayProcess.freePort());
        opened.add(database);
        payers = new TestPayers(LEASE_SECONDS / 2);
        opened.add(payers);
        for (int i = 0; i < number; i++) {
            DatabaseLine line = new DatabaseLine(database.port());
            opened.add(line);
            lines.add(line);
            GatewayProcess gateway = GatewayProcess.on(line.port(), folder, Path.of("target", "gateway-" + i + ".log"),
                    payers.yaml());
            opened.add(gateway);
            gateways.add(gateway);
            gateway.start();
        }
        sender = new ClaimSender(gateways, 0);
    }

    @AfterEach
    void close() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void shouldShareTheWorkAndTakeOverThatOfAKilledOne(int number) throws Exception {
        start(number);
        everyOneHasItsShare();
        killInTheMiddleOf(gateways.get(0), lines.get(0), JourneyStep.INTERCHANGE_TAKEN_FOR_DELIVERY);
        if (number > 2) {
            killInTheMiddleOf(gateways.get(1), lines.get(1), JourneyStep.VERDICT_REACHED);
        }

        GatewayProcess left = gateways.get(number - 1);
        new ExactlyOnce(left, sender, payers).check();
        assertThat(left.rows("select id from submission")).as("files").hasSize(files);
        assertThat(left.rows("select control_number from acknowledgement group by 1 having count(*) > 1")).isEmpty();
    }

    /** Sends files until every gateway has judged some of them and delivered some of their claims. */
    private void everyOneHasItsShare() {
        List<Set<String>> written = new ArrayList<>();
        lines.forEach(line -> {
            line.written();
            written.add(new HashSet<>());
        });
        await("share of work for each gateway", SECONDS_MAX, () -> {
            sendSome();
            for (int i = 0; i < lines.size(); i++) {
                written.get(i).addAll(lines.get(i).written());
            }
            return written.stream().allMatch(each -> each.stream().anyMatch(JourneyStep.VERDICT_REACHED)
                    && each.stream().anyMatch(JourneyStep.DELIVERED));
        });
    }

    private void sendSome() {
        CompletableFuture<?>[] sending = new CompletableFuture<?>[FILES_AT_ONCE];
        for (int i = 0; i < FILES_AT_ONCE; i++) {
            sending[i] = sender.insist(++files, CLAIMS);
        }
        CompletableFuture.allOf(sending).join();
    }

    /** Others do within the lease what it had begun. */
    private void killInTheMiddleOf(GatewayProcess gateway, DatabaseLine line, JourneyStep step) throws Exception {
        CountDownLatch killed = new CountDownLatch(1);
        line.at(step, step == JourneyStep.VERDICT_REACHED ? DatabaseLine.Side.BEFORE : DatabaseLine.Side.AFTER, () -> {
            gateway.kill();
            killed.countDown();
        });
        await("a kill at " + step, SECONDS_MAX, () -> {
            sendSome();
            return killed.getCount() == 0;
        });
        String open = step == JourneyStep.VERDICT_REACHED ? "select id from submission where state = 'RECEIVED'"
                : "select id from outbound_interchange where state = 'READY'";
        Set<List<String>> begun = Set.copyOf(gateway.rows(open));
        await("end of what it had begun", LEASE_SECONDS + SLACK_SECONDS, () -> gateway.rows(open).stream()
                .noneMatch(begun::contains));
    }
}
