package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many partners at once, and one who wants more than his share. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class PartnersLoadIT {
    private static final int PARTNERS = Load.size(200, 40);
    private static final int CONNECTIONS = 5;
    private static final Path LOG = Path.of("target", "partners-load.log");

    @TempDir
    Path folder;

    private GatewayProcess gateway;
    private LoadPartners partners;

    @BeforeEach
    void open() throws Exception {
        Path file = LoadPartners.file(folder, PARTNERS, "requestsPerSecond: 60");
        gateway = GatewayProcess.embedded(folder, LOG, "payers: []\n", "intake: {sftp: {enabled: false}}\n",
                ", partners: '" + file + "'").jvm("-Xmx512m");
        partners = new LoadPartners(gateway);
        gateway.start();
        await(partners.line(1, 2).sendEach(Load.size(200, 50), new Latencies()));
    }

    @AfterEach
    void close() throws Exception {
        partners.close();
        gateway.close();
    }

    @Test
    void shouldServeManyPartnersOfFiveConnectionsEach() {
        int files = Load.size(5, 1);
        Latencies latencies = new Latencies();
        long start = System.nanoTime();
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 1; i <= PARTNERS; i++) {
            all.add(partners.line(i, CONNECTIONS).sendEach(files, latencies));
        }
        await(Future.all(all));
        double seconds = (System.nanoTime() - start) / 1e9;
        int sent = PARTNERS * CONNECTIONS * files;

        assertThat(latencies.count(0)).as("broken connections: %s", latencies).isZero();
        assertThat(latencies.count(200) + latencies.count(202)).as("%s", latencies).isEqualTo(sent);
        assertThat(gateway.one("select count(*) from submission where partner_id <> 'partner-1'"))
                .isEqualTo(Integer.toString(sent - CONNECTIONS * files));
        assertThat(gateway.one("select count(*) from (select from submission where partner_id <> 'partner-1' group by partner_id"
                + " having count(*) <> " + CONNECTIONS * files + ") other")).as("partners with more or fewer").isEqualTo("0");
        Load.figure("%d partners, %d connections each, %d files: %.0f files/s; %s", PARTNERS, CONNECTIONS, sent, sent / seconds,
                latencies);
    }

    @Test
    void shouldTakeAThousandTinyFilesAtOnce() {
        int senders = 20;
        int atOnce = Load.size(50, 10);
        Latencies latencies = new Latencies();
        long start = System.nanoTime();
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 1; i <= senders; i++) {
            all.add(partners.line(i, atOnce).sendEach(1, latencies));
        }
        await(Future.all(all));
        assertThat(latencies.count(200) + latencies.count(202)).as("%s", latencies).isEqualTo(senders * atOnce);
        Load.figure("%d tiny files at once: all judged within %.2f s; %s", senders * atOnce, (System.nanoTime() - start) / 1e9,
                latencies);
    }

    @Test
    void shouldLetOnePartnerWorkUndisturbedWhileAnotherIsAtHisLimit() {
        Latencies alone = new Latencies();
        Latencies beside = new Latencies();
        Latencies greedy = new Latencies();
        LoadPartners.Line quiet = partners.line(2, 1);
        int files = Load.size(200, 40);
        await(quiet.sendSlowly(files, 20, alone));
        Future<Void> flood = partners.line(3, Load.size(100, 60)).sendEach(Load.size(10, 2), greedy);
        await(quiet.sendSlowly(files, 20, beside));
        assertThat(beside.count(200)).as("%s", beside).isEqualTo(files);
        await(flood);
        assertThat(greedy.count(429)).as("refusals of the greedy one: %s", greedy).isPositive();
        assertThat(beside.millis(0.5)).as("median beside him").isLessThan(500);
        Load.figure("one partner alone: %s; beside one at his limit: %s; that one: %s", alone, beside, greedy);
    }

    private static void await(Future<?> future) {
        try {
            future.await(Duration.ofMinutes(5).toSeconds(), TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("not done within 5 min", e);
        }
    }
}
