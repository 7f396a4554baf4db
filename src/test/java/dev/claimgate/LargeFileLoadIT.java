package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file as large as may be, beside small ones that want their verdict in the same call. */
@Timeout(value = 900, unit = TimeUnit.SECONDS)
class LargeFileLoadIT {
    private static final Path LOG = Path.of("target", "large-file-load.log");
    /** A claim of two lines takes somewhat more than this. */
    private static final int CLAIM_BYTES_MAX = 560;
    private static final long FILE_BYTES = Load.FULL ? 1L << 30 : 24 << 20;
    private static final int SMALL_FILES_MAX = Load.size(20_000, 2_000);

    @TempDir
    Path folder;

    private GatewayProcess gateway;
    private LoadPartners partners;

    @BeforeEach
    void open() throws Exception {
        Path file = LoadPartners.file(folder, 3, "");
        gateway = GatewayProcess.embedded(folder, LOG, "payers: []\n", "intake: {sftp: {enabled: false}}\n",
                ", partners: '" + file + "'").jvm("-Xmx512m");
        partners = new LoadPartners(gateway);
        gateway.start();
    }

    @AfterEach
    void close() throws Exception {
        partners.close();
        gateway.close();
    }

    @Test
    void shouldAnswerSmallFilesQuicklyBesideALargeOne() throws Exception {
        Path large = largeFile("large.edi");
        LoadPartners.Line small = partners.line(2, 1);
        Latencies alone = new Latencies();
        small.sendSlowly(Load.size(300, 60), 10, alone).await(60, TimeUnit.SECONDS);

        long start = System.nanoTime();
        CompletableFuture<String> received = CompletableFuture.supplyAsync(() -> send(large));
        Latencies whileReceived = new Latencies();
        besides(small, whileReceived, received::isDone);
        double receivedSeconds = (System.nanoTime() - start) / 1e9;
        String id = received.get();
        Latencies whileJudged = new Latencies();
        besides(small, whileJudged, () -> !gateway.one("select state from submission where id = '" + id + "'").equals("RECEIVED"));
        double judgedSeconds = (System.nanoTime() - start) / 1e9;

        assertThat(gateway.one("select state from submission where id = '" + id + "'")).isEqualTo("VALIDATED");
        Load.figure("%d MB received in %.1f s, judged after %.1f s. Small ones alone: %s; while it was received: %s; while it was"
                + " judged: %s; beside it in all: %s", Files.size(large) >> 20, receivedSeconds, judgedSeconds, alone, whileReceived,
                whileJudged, whileReceived.and(whileJudged));
        assertThat(whileReceived.count(200)).as("%s", whileReceived).isPositive();
        assertThat(whileJudged.count(200)).as("%s", whileJudged).isPositive();
        assertThat(whileJudged.count(202) + whileReceived.count(202)).as("small ones that did not get their verdict").isZero();
    }

    private static void besides(LoadPartners.Line small, Latencies latencies, java.util.function.BooleanSupplier over)
            throws Exception {
        for (int i = 0; i < SMALL_FILES_MAX && !over.getAsBoolean(); i++) {
            small.sendSlowly(1, 10, latencies).await(60, TimeUnit.SECONDS);
        }
    }

    private Path largeFile(String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            partners.writeTo((bytes, from, length) -> {
                try {
                    out.write(bytes, from, length);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }, (int) (FILE_BYTES / CLAIM_BYTES_MAX));
        }
        assertThat(Files.size(file)).isBetween(FILE_BYTES / 2, FILE_BYTES);
        return file;
    }

    private String send(Path file) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(gateway.api("/v1/interchanges"))
                    .header("X-API-Key", LoadPartners.key(1)).header("Content-Type", "application/EDI-X12")
                    .POST(BodyPublishers.ofFile(file)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            return new JsonObject(answer.body()).getString("id");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
