package dev.claimgate;

import static dev.claimgate.GatewayProcess.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A gateway whose process is killed while files come in by SFTP and through a folder. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class KilledSftpIT {
    private static final Path LOG = Path.of("target", "killed-sftp.log");
    private static final int BATCH = 200;

    @TempDir
    Path folder;

    private GatewayProcess gateway;
    private OpenSsh openSsh;
    private Path key;

    @BeforeEach
    void open() throws Exception {
        key = folder.resolve("key");
        Path partners = Files.writeString(folder.resolve("partners.yaml"), """
                partners:
                  - {id: north, name: North, sshKeys: ["%s"]}
                """.formatted(OpenSsh.makeKey(key, "ed25519")));
        int port = GatewayProcess.freePort();
        openSsh = new OpenSsh(folder, port);
        gateway = GatewayProcess.embedded(folder, LOG, "payers: []\n", """
                intake:
                  sftp: {port: %d, hostKeyFile: '%s', streamsMax: 1, streamsPerPartnerMax: 1}
                  folder: {directory: '%s', pollMillis: 50, stableMillis: 100}
                """.formatted(port, folder.resolve("host_key"), folder.resolve("drop")), ", partners: '" + partners + "'");
    }

    @AfterEach
    void close() throws Exception {
        gateway.close();
    }

    @Test
    void shouldHaveEveryConfirmedFileOnceAndNothingOfABrokenOne() throws Exception {
        gateway.start();
        List<String> confirmed = killWhileFilesComeIn();
        assertThat(confirmed).hasSizeGreaterThan(10).hasSizeLessThan(BATCH);
        gateway.start();
        killWithinALargeFile();
        gateway.start();

        List<String> kept = gateway.rows("select file_name from submission where channel = 'SFTP'").stream()
                .map(row -> row.get(0)).toList();
        assertThat(kept).containsAll(confirmed).doesNotHaveDuplicates().doesNotContain("large.edi");
        assertThat(kept.size()).as("at most one more was kept than its sender heard of").isBetween(confirmed.size(),
                confirmed.size() + 1);
        assertThat(gateway.one("select count(*) from submission_chunk c left join submission s on s.id = c.submission_id"
                + " where s.id is null")).isEqualTo("0");
        assertThat(openSsh.sftp("north", key, "put large.edi inbox/").exitCode()).as("one slot, and it is free").isZero();
    }

    private List<String> killWhileFilesComeIn() throws Exception {
        List<String> commands = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            Files.writeString(folder.resolve(i + ".edi"), RunningGateway.file(), StandardCharsets.ISO_8859_1);
            commands.add("put " + i + ".edi inbox/");
            commands.add("!echo confirmed " + i + ".edi");
        }
        CompletableFuture<Void> killer = CompletableFuture.runAsync(() -> {
            await("files", 60, () -> Integer.parseInt(gateway.one("select count(*) from submission")) > 20);
            gateway.kill();
        });
        OpenSsh.Run run = openSsh.sftp("north", key, commands.toArray(String[]::new));
        killer.get();
        assertThat(run.exitCode()).isNotZero();
        return run.output().lines().filter(line -> line.startsWith("confirmed ")).map(line -> line.substring(10)).toList();
    }

    private void killWithinALargeFile() throws Exception {
        Files.write(folder.resolve("large.edi"), new byte[20_000_000]);
        CompletableFuture<Void> killer = CompletableFuture.runAsync(() -> {
            await("transaction", 50, () -> !gateway.rows("""
                    select 1 from pg_stat_activity
                    where query like 'insert into submission_chunk%' and state = 'idle in transaction'""").isEmpty());
            gateway.kill();
        });
        OpenSsh.Run run = openSsh.slowSftp(8000, "north", key, "put large.edi inbox/");
        killer.get();
        assertThat(run.exitCode()).as(run.output()).isNotZero();
    }

    @Test
    void shouldTakeEveryFileOfAFolderOnceWhereverItIsKilled() throws Exception {
        Path in = Files.createDirectories(folder.resolve("drop").resolve("north").resolve("in"));
        for (int i = 0; i < BATCH; i++) {
            Files.writeString(in.resolve(i + ".edi"), RunningGateway.file(), StandardCharsets.ISO_8859_1);
        }
        gateway.start();
        await("files", 60, () -> keptFiles() >= BATCH / 4);
        gateway.kill();
        assertThat(keptFiles()).isLessThan(BATCH);
        gateway.start();
        await("empty folder", 60, () -> in.toFile().list().length == 0);

        assertThat(gateway.one("select count(*) || ' ' || count(distinct file_name) from submission"))
                .isEqualTo(BATCH + " " + BATCH);
        assertThat(folder.resolve("drop/north/done").toFile().list()).hasSize(BATCH);
        assertThat(folder.resolve("drop/north/failed").toFile().list()).isEmpty();
    }

    private int keptFiles() {
        return Integer.parseInt(gateway.one("select count(*) from submission"));
    }
}
