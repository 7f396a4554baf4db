package dev.claimgate.cli;

import dev.claimgate.cli.GatewayClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how fast accepted claims reach their payers and are answered for, while one payer is slow and one is down. The
 * gateway runs in a process of its own with a bounded heap and an embedded database, the payers in this one, all on the same
 * machine.
 */
final class PayersBench {
    private static final int ROUNDS = 3;
    private static final long POLL_NANOS = 20_000_000;
    /** Reading all metrics costs the gateway time. */
    private static final long METRICS_POLL_NANOS = 250_000_000;
    private static final long ROUND_SECONDS_MAX = 600;

    private final Path file;
    private final int heapMegabytes;
    private final PrintWriter out;
    private GatewayClient client;
    private GatewayMetrics metrics;
    private double heapMax;

    PayersBench(Path file, int heapMegabytes, PrintWriter out) {
        this.file = file;
        this.heapMegabytes = heapMegabytes;
        this.out = out;
    }

    int run() throws IOException, InterruptedException {
        try (BenchPayers payers = new BenchPayers();
             GatewayProcess gateway = GatewayProcess.start(heapMegabytes, payers.yaml())) {
            client = new GatewayClient(gateway.uri());
            metrics = new GatewayMetrics(gateway.management());
            out.printf(Locale.ROOT, "gateway with -Xmx%dm, embedded PostgreSQL, %d processors; payers: %d quick, one takes"
                    + " %d s to answer, one that is down%n", heapMegabytes, Runtime.getRuntime().availableProcessors(),
                    BenchPayers.QUICK, BenchPayers.SLOW.toSeconds());
            byte[] bytes = Files.readAllBytes(file);
            boolean served = true;
            for (int round = 1; round <= ROUNDS && served; round++) {
                served = measure(payers, gateway, round, GatewayBench.from(bytes, round));
            }
            out.printf(Locale.ROOT, "heap of the gateway: at most %.0f MB seen in use%n", heapMax / 1e6);
            out.flush();
            return served ? ExitCodes.ACCEPTED : ExitCodes.REJECTED;
        }
    }

    private boolean measure(BenchPayers payers, GatewayProcess gateway, int round, byte[] bytes)
            throws IOException, InterruptedException {
        long before = payers.claims();
        long start = System.nanoTime();
        long accepted = validated(client.post(BodyPublishers.ofByteArray(bytes)));
        if (accepted < 0) {
            return false;
        }
        double validated = seconds(start);
        Duration gatewayTime = gateway.processorTime();
        Duration ownTime = ownTime();
        long forwarding = System.nanoTime();
        long quick = claimsOfQuickPayers();
        double delivered = await(forwarding, POLL_NANOS, () -> payers.claims() >= quick);
        double answered = await(forwarding, METRICS_POLL_NANOS, () -> answered(payers));
        if (delivered < 0 || answered < 0) {
            out.println("the quick payers were not served within " + ROUND_SECONDS_MAX + " s");
            return false;
        }
        tell(round, accepted, validated, new Times(quick - before, delivered, answered,
                gateway.processorTime().minus(gatewayTime), ownTime().minus(ownTime)));
        return true;
    }

    private record Times(long claims, double delivered, double answered, Duration gateway, Duration payers) {
    }

    private void tell(int round, long accepted, double validated, Times times) {
        out.printf(Locale.ROOT, "round %d: %,d claims accepted in %.2f s; then the quick payers had their %,d claims after"
                + " %.2f s (%,.0f claims/s) and all of these were answered for after %.2f s (%,.0f claims/s)%n", round, accepted,
                validated, times.claims, times.delivered, times.claims / times.delivered, times.answered,
                times.claims / times.answered);
        out.printf(Locale.ROOT, "         processor time meanwhile: gateway and database %.2f s (%,.0f claims/s), payers %.2f s"
                + "; load average %.1f%n", times.gateway.toMillis() / 1e3, times.claims * 1e3 / times.gateway.toMillis(),
                times.payers.toMillis() / 1e3, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        out.flush();
    }

    /** How many claims of the file were accepted, once it is validated; less than 0 if it was not. */
    private long validated(Answer posted) throws IOException, InterruptedException {
        Answer answer = posted;
        while (answer.status() < 300 && answer.body().getString("state").equals("RECEIVED")) {
            LockSupport.parkNanos(POLL_NANOS);
            answer = client.get("/v1/interchanges/" + posted.body().getString("id"));
        }
        if (answer.status() >= 300 || !answer.body().getString("state").equals("VALIDATED")) {
            out.println("the file was not validated: " + answer.body().encode());
            return -1;
        }
        return answer.body().getJsonObject("summary").getJsonObject("claims").getLong("accepted");
    }

    private interface Until {
        boolean reached() throws IOException, InterruptedException;
    }

    /** Seconds since {@code start}; less than 0 if it took too long. */
    private static double await(long start, long pollNanos, Until until) throws IOException, InterruptedException {
        while (!until.reached()) {
            if (seconds(start) > ROUND_SECONDS_MAX) {
                return -1;
            }
            LockSupport.parkNanos(pollNanos);
        }
        return seconds(start);
    }

    /** All that are or were to go to the quick payers, of this round and those before. */
    private long claimsOfQuickPayers() throws IOException, InterruptedException {
        long claims = 0;
        JsonArray all = client.get("/v1/payers").body().getJsonArray("payers");
        for (int i = 0; i < all.size(); i++) {
            JsonObject payer = all.getJsonObject(i);
            claims += BenchPayers.isQuick(payer.getString("id")) ? payer.getLong("waiting") + payer.getLong("sent") : 0;
        }
        return claims;
    }

    /** Each interchange is answered at once by TA1 and 999, and later by a 277CA. */
    private boolean answered(BenchPayers payers) throws IOException, InterruptedException {
        String seen = metrics.read();
        heapMax = Math.max(heapMax, GatewayMetrics.sum(seen, "jvm_memory_used_bytes", "area=\"heap\""));
        long applied = 0;
        for (int i = 0; i < BenchPayers.QUICK; i++) {
            applied += Math.round(GatewayMetrics.sum(seen, "claimgate_payer_replies_total",
                    "payer=\"" + BenchPayers.id(i) + "\"", "result=\"APPLIED\""));
        }
        return applied == 2 * payers.interchanges();
    }

    private static Duration ownTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
