package dev.claimgate.cli;

import dev.claimgate.codes.cms.CodeFileSet;
import dev.claimgate.sample.TableCodes;
import dev.claimgate.store.CodePublisher;
import dev.claimgate.store.DatabaseSettings;
import dev.claimgate.store.ReachedDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Measures how long {@code POST /v1/coding/check} takes when requests come at a steady rate, whether or not those before were
 * answered. The gateway runs in a process of its own with a bounded heap, on the same machine as this client.
 */
final class CodingBench {
    private static final int VISITS = 2_000;
    private static final long TAKE_UP_SECONDS_MAX = 60;

    private final List<CodeFileSet> tables;
    private final int perSecond;
    private final int warmUp;
    private final int seconds;
    private final int heapMegabytes;
    private final PrintWriter out;

    /**
     * @param tables  files that the gateway imports first; none leaves it with the built-in pack
     * @param warmUp  seconds at the same rate that are not measured: the JVM compiles meanwhile
     * @param seconds that are measured
     */
    CodingBench(List<CodeFileSet> tables, int perSecond, int warmUp, int seconds, int heapMegabytes, PrintWriter out) {
        this.tables = tables;
        this.perSecond = perSecond;
        this.warmUp = warmUp;
        this.seconds = seconds;
        this.heapMegabytes = heapMegabytes;
        this.out = out;
    }

    int run() throws IOException, InterruptedException {
        LocalDate today = LocalDate.now();
        List<Buffer> visits = new CodingVisits(TableCodes.read(ProjectHome.codeTables(), today), today).make(VISITS);
        Vertx vertx = Vertx.vertx();
        try (GatewayProcess gateway = GatewayProcess.startUnlimited(heapMegabytes)) {
            out.printf(Locale.ROOT, "gateway with -Xmx%dm, %d processors, which this client shares%n", heapMegabytes,
                    Runtime.getRuntime().availableProcessors());
            if (!tables.isEmpty()) {
                importTables(gateway);
            }
            return measure(gateway, new SteadyLoad(vertx, gateway.uri().resolve("/v1/coding/check"), visits, perSecond));
        } finally {
            vertx.close().await();
        }
    }

    private int measure(GatewayProcess gateway, SteadyLoad load) throws InterruptedException {
        var answers = load.run(warmUp + seconds);
        TimeUnit.SECONDS.sleep(warmUp);
        Duration before = gateway.processorTime();
        SteadyLoad.Times times = answers.await();
        Duration spent = gateway.processorTime().minus(before);
        times = times.without(warmUp * perSecond);
        out.printf(Locale.ROOT, "%,d requests, %,d a second, each timed from when it was due: median %.2f ms, 95th percentile"
                + " %.2f ms, 99th %.2f ms, 99.9th %.2f ms, longest %.2f ms%n", times.count(), perSecond,
                times.percentile(0.5), times.percentile(0.95), times.percentile(0.99), times.percentile(0.999),
                times.percentile(1));
        out.printf(Locale.ROOT, "%,d not answered with 200; processor time of gateway and database: %.2f ms a request%n",
                times.failures(), spent.toNanos() / 1e6 / times.count());
        out.flush();
        return times.failures() == 0 ? ExitCodes.ACCEPTED : ExitCodes.REJECTED;
    }

    private void importTables(GatewayProcess gateway) throws IOException, InterruptedException {
        try (ReachedDatabase database = ReachedDatabase.open(DatabaseSettings.embedded(gateway.dataDirectory()))) {
            long release = new CodePublisher(database.options(), Clock.systemDefaultZone())
                    .importFiles(tables, false, read -> { }).release().orElseThrow();
            awaitRelease(new GatewayClient(gateway.management()), release);
        }
    }

    private void awaitRelease(GatewayClient management, long release) throws IOException, InterruptedException {
        long start = System.nanoTime();
        String ready = management.get("/health/ready").body().encode();
        while (!ready.contains("\"release\":" + release + ",")) {
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(TAKE_UP_SECONDS_MAX)) {
                throw new IOException("the gateway did not take up release " + release + ": " + ready);
            }
            TimeUnit.MILLISECONDS.sleep(100);
            ready = management.get("/health/ready").body().encode();
        }
        out.printf(Locale.ROOT, "judges by release %d: %s%n", release, tables.stream().map(CodeFileSet::title).toList());
    }
}
