package dev.claimgate.cli;

import dev.claimgate.cli.GatewayClient.Answer;
import dev.claimgate.sample.ClaimFileGenerator;
import dev.claimgate.sample.SampleCodes;
import dev.claimgate.sample.SampleOptions;
import dev.claimgate.sample.TableCodes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures the whole gateway: a file by HTTP into the database until its acknowledgements are written, then single claims one
 * after another. The gateway runs in a process of its own with a bounded heap and an embedded database on the same machine.
 */
final class GatewayBench {
    private static final long POLL_NANOS = 5_000_000;
    private static final int WARM_UP_SINGLES = 100;
    /** The first finds a cold gateway. */
    private static final int ROUNDS = 3;
    /** Of ISA06, in the fixed width of an ISA. */
    private static final int SENDER_AT = 35;
    /** In NM1 of a subscriber, with the letter that generated member ids begin with. */
    private static final byte[] MEMBER_ID = "*MI*W".getBytes(StandardCharsets.ISO_8859_1);
    /** Seeds are control numbers; those of single claims must not meet that of the file. */
    private static final int FIRST_SINGLE_SEED = 500_000_000;

    private final Path file;
    private final int singles;
    private final int heapMegabytes;
    private final PrintWriter out;

    GatewayBench(Path file, int singles, int heapMegabytes, PrintWriter out) {
        this.file = file;
        this.singles = singles;
        this.heapMegabytes = heapMegabytes;
        this.out = out;
    }

    int run() throws IOException, InterruptedException {
        try (GatewayProcess gateway = GatewayProcess.start(heapMegabytes)) {
            GatewayClient client = new GatewayClient(gateway.uri());
            out.printf(Locale.ROOT, "gateway with -Xmx%dm, embedded PostgreSQL, %d processors%n", heapMegabytes,
                    Runtime.getRuntime().availableProcessors());
            byte[] bytes = Files.readAllBytes(file);
            boolean validated = true;
            for (int round = 1; round <= ROUNDS && validated; round++) {
                validated = measureFile(client, round, from(bytes, round));
            }
            measureSingles(client);
            out.flush();
            return validated ? ExitCodes.ACCEPTED : ExitCodes.REJECTED;
        }
    }

    /**
     * The same interchange from another sender (ISA06), which is what makes it and its batches new ones, for other patients
     * (beginning of the member id), which is what keeps its claims from being duplicates.
     */
    static byte[] from(byte[] file, int round) {
        byte[] sent = file.clone();
        byte[] padded = String.format("%-15s", "ROUND" + round).getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(padded, 0, sent, SENDER_AT, padded.length);
        for (int i = 0; i + MEMBER_ID.length < sent.length; i++) {
            if (Arrays.equals(sent, i, i + MEMBER_ID.length, MEMBER_ID, 0, MEMBER_ID.length)) {
                sent[i + MEMBER_ID.length - 1] = (byte) ('A' + round);
            }
        }
        return sent;
    }

    private boolean measureFile(GatewayClient client, int round, byte[] bytes) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Answer answer = client.post(BodyPublishers.ofByteArray(bytes));
        long received = System.nanoTime() - start;
        String id = answer.body().getString("id", "");
        while (answer.status() < 300 && answer.body().getString("state").equals("RECEIVED")) {
            LockSupport.parkNanos(POLL_NANOS);
            answer = client.get("/v1/interchanges/" + id);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (answer.status() >= 300 || !answer.body().getString("state").equals("VALIDATED")) {
            out.println("the file was not validated: " + answer.body().encode());
            return false;
        }
        long claims = answer.body().getJsonObject("summary").getJsonObject("claims").getLong("received");
        out.printf(Locale.ROOT, "round %d: %,d claims, %.1f MB: received in %.2f s, validated in %.2f s: %,.0f claims/s, %.1f MB/s%n",
                round, claims, bytes.length / 1e6, received / 1e9, seconds, claims / seconds, bytes.length / 1e6 / seconds);
        out.flush();
        return true;
    }

    private void measureSingles(GatewayClient client) throws IOException, InterruptedException {
        LocalDate today = LocalDate.now();
        SampleCodes codes = TableCodes.read(ProjectHome.codeTables(), today);
        long[] nanos = new long[singles];
        for (int i = -WARM_UP_SINGLES; i < singles; i++) {
            byte[] single = single(codes, FIRST_SINGLE_SEED + WARM_UP_SINGLES + i, today);
            long start = System.nanoTime();
            Answer answer = client.post(BodyPublishers.ofByteArray(single));
            if (answer.status() != 200) {
                throw new IOException("a single claim was answered with " + answer.status() + ": " + answer.body().encode());
            }
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        out.printf(Locale.ROOT, "%d single claims: median %.1f ms, 95th percentile %.1f ms, longest %.1f ms%n", singles,
                nanos[singles / 2] / 1e6, nanos[(int) (singles * 0.95)] / 1e6, nanos[singles - 1] / 1e6);
    }

    private static byte[] single(SampleCodes codes, int seed, LocalDate today) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ClaimFileGenerator(codes, SampleOptions.of(1, seed, today)).writeTo(bytes::write);
        return bytes.toByteArray();
    }
}
