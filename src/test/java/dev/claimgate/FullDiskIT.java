package dev.claimgate;

import static dev.claimgate.GatewayProcess.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the embedded database fills up and gets room again. Needs a small file system of its own: root on Linux. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class FullDiskIT {
    private static final Path LOG = Path.of("target", "full-disk.log");
    private static final int BALLAST_BYTES = 1 << 20;

    @TempDir
    Path folder;

    private Path disk;
    private GatewayProcess gateway;
    private ClaimSender sender;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectories(folder.resolve("data"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=300m,mode=700", "tmpfs", disk.toString()) == 0,
                "a file system of its own cannot be mounted here: root is needed");
    }

    @AfterEach
    void unmount() throws Exception {
        if (gateway != null) {
            gateway.close();
        }
        run("umount", disk.toString());
    }

    private void start(long bytesMin) throws Exception {
        gateway = GatewayProcess.embedded(disk, LOG, "payers: []\n", "", "").diskFreeBytesMin(bytesMin);
        sender = new ClaimSender(gateway, 0);
        gateway.start();
    }

    @Test
    void shouldRefuseFilesBeforeTheDiskIsFullAndTakeThemWhenThereIsRoomAgain() throws Exception {
        start(64 << 20);
        assertThat(sender.send(1, 20)).isTrue();
        Path ballast = fillUpTo(60 << 20);
        await("refusal", 10, () -> !gateway.ready());

        HttpResponse<String> refused = sender.attempt(2, 20);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(507);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(new JsonObject(refused.body()).getString("detail")).contains("disk is full", "not confirmed");
        assertThat(gateway.management("/health/ready")).contains("database.diskFreeBytesMin");
        assertThat(gateway.management("/metrics")).contains("claimgate_disk_free_bytes");

        Files.delete(ballast);
        gateway.awaitReady();
        assertThat(sender.send(3, 20)).isTrue();
        nothingIsLost(2);
    }

    /** As if something else had filled the disk within a second: PostgreSQL itself finds no room, and may end by that. */
    @Test
    void shouldLoseNothingWhenPostgresItselfFindsNoRoom() throws Exception {
        start(0);
        int taken = 0;
        for (int i = 1; i <= 5; i++) {
            taken += sender.send(i, 20) ? 1 : 0;
        }
        Path ballast = fillUpTo(0);
        int refusals = 0;
        for (int i = 10; i < 60 && refusals < 5; i++) {
            HttpResponse<String> answer = sender.attempt(i, 600);
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202, 503, 507);
            refusals += answer.statusCode() >= 500 ? 1 : 0;
            taken += answer.statusCode() < 300 ? 1 : 0;
        }
        assertThat(refusals).as("refusals on a full disk").isEqualTo(5);

        Files.delete(ballast);
        gateway.awaitReady();
        await("a file is taken again", 60, () -> sent(100));
        nothingIsLost(taken + 1);
    }

    private boolean sent(int seed) {
        try {
            return sender.attempt(seed, 20).statusCode() < 300;
        } catch (IOException e) {
            return false;
        }
    }

    private void nothingIsLost(int files) {
        await("verdicts", 60, () -> gateway.one("select count(*) from submission where state = 'RECEIVED'").equals("0"));
        assertThat(gateway.rows("select state from submission where state <> 'VALIDATED'")).isEqualTo(List.of());
        assertThat(sender.confirmed()).hasSize(files);
        sender.confirmed().forEach((id, claims) -> assertThat(gateway.one(
                "select count(*) from claim where submission_id = '" + id + "'")).as("claims of a confirmed file")
                .isEqualTo(Integer.toString(claims)));
    }

    /** Leaves so many bytes free. */
    private Path fillUpTo(long bytesFree) throws IOException {
        Path ballast = disk.resolve("ballast");
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (Files.getFileStore(disk).getUsableSpace() > bytesFree) {
                out.write(new byte[(int) Math.min(BALLAST_BYTES, Files.getFileStore(disk).getUsableSpace() - bytesFree)]);
            }
        } catch (IOException full) {
            assertThat(bytesFree).as("the disk is full").isZero();
        }
        return ballast;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
                .waitFor();
    }
}
