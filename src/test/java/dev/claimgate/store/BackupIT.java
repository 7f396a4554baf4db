package dev.claimgate.store;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.TestVertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The backup that docs/operations.md tells of: stop, copy the directory, start on the copy. */
class BackupIT {
    @RegisterExtension
    static final TestVertx vertx = new TestVertx();

    @TempDir
    private Path directory;

    @Test
    void shouldStartOnACopyOfItsDirectoryWithAllThatWasKept() throws Exception {
        UUID file = UUID.randomUUID();
        Path data = directory.resolve("data").resolve("postgres");
        Database before = await(Database.open(vertx.get(), DatabaseSettings.embedded(data)));
        await(new Submissions(before.pool(), Clock.systemUTC()).receive(file, "northside", Channel.HTTP, Buffer.buffer("ISA")));
        await(before.close());

        Path restored = directory.resolve("restored").resolve("postgres");
        copy(data, restored);
        Database after = await(Database.open(vertx.get(), DatabaseSettings.embedded(restored)));
        try {
            assertThat(await(new Submissions(after.pool(), Clock.systemUTC()).receipts("northside", List.of(file))))
                    .singleElement().satisfies(receipt -> assertThat(receipt.byteCount()).isEqualTo(3));
        } finally {
            await(after.close());
        }
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        Files.createDirectories(to.getParent());
        Process process = new ProcessBuilder("cp", "-a", from.toString(), to.toString()).inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }
}
