package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.codes.cms.CodeFiles;
import dev.claimgate.sample.ClaimFileGenerator;
import dev.claimgate.sample.SampleCodes;
import dev.claimgate.sample.SampleOptions;
import dev.claimgate.sample.TableCodes;
import dev.claimgate.store.CodeArchive;
import dev.claimgate.store.CodePublisher;
import dev.claimgate.store.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Releases of the code tables come and go while files come in: each file is judged by one of them, and all are judged. */
class CodeSwapIT {
    private static final int CLAIMS = 300;
    private static final int SENDERS = 2;

    @RegisterExtension
    @Order(1)
    static final TestDatabase database = new TestDatabase();
    @RegisterExtension
    @Order(2)
    static final RunningGateway gateway = new RunningGateway(database, Map.of());

    @TempDir
    Path folder;
    private final AtomicInteger seed = new AtomicInteger();
    private final AtomicBoolean swapping = new AtomicBoolean(true);

    @Test
    void shouldJudgeEachFileByOneReleaseWhileReleasesAreSwapped() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<List<Integer>>> sending = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                sending.add(senders.submit(this::sendWhileSwapping));
            }
            long withoutPlaces = importPlaces();
            CodeArchive archive = new CodeArchive(database.connectOptions(), Clock.systemUTC());
            long pack = archive.releases().get(1).id();
            for (int swap = 0; swap < 2; swap++) {
                awaitAccepted(0);
                archive.rollBack(pack);
                awaitAccepted(CLAIMS);
                archive.rollBack(withoutPlaces);
            }
            swapping.set(false);
            for (Future<List<Integer>> each : sending) {
                assertThat(each.get(2, TimeUnit.MINUTES)).isNotEmpty()
                        .allMatch(accepted -> accepted == 0 || accepted == CLAIMS);
            }
        } finally {
            swapping.set(false);
            senders.shutdownNow();
        }
    }

    /** Sends until the answer shows the release that was just put in use. */
    private void awaitAccepted(int claims) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        int accepted = send();
        while (accepted != claims) {
            assertThat(accepted).isIn(0, CLAIMS);
            assertThat(System.nanoTime()).as("time to take up a release").isLessThan(end);
            accepted = send();
        }
    }

    private List<Integer> sendWhileSwapping() throws Exception {
        List<Integer> accepted = new ArrayList<>();
        while (swapping.get()) {
            accepted.add(send());
        }
        return accepted;
    }

    /** Sends a file whose claims name places that one release does not know; returns how many were accepted. */
    private int send() throws Exception {
        JsonObject claims = new JsonObject(gateway.post(file(seed.incrementAndGet())).body()).getJsonObject("summary")
                .getJsonObject("claims");
        assertThat(claims.getInteger("accepted") + claims.getInteger("rejected")).isEqualTo(CLAIMS);
        return claims.getInteger("accepted");
    }

    private long importPlaces() throws IOException {
        Path places = Files.writeString(folder.resolve("places.csv"),
                "Place of Service Code,Place of Service Name\n99,Other Place of Service\n");
        return new CodePublisher(database.connectOptions(), Clock.systemUTC())
                .importFiles(CodeFiles.sort(List.of(places), Optional.empty()), false, read -> { }).release().orElseThrow();
    }

    private static String file(int seed) throws IOException {
        LocalDate today = LocalDate.now();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ClaimFileGenerator(Codes.ALL, SampleOptions.of(CLAIMS, seed, today)).writeTo(bytes::write);
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static final class Codes {
        private static final SampleCodes ALL = TableCodes.read(Path.of("conf/code-tables"), LocalDate.now());
    }
}
