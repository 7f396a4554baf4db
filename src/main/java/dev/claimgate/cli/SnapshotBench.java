package dev.claimgate.cli;

import dev.claimgate.codes.CodeTables;
import dev.claimgate.store.CodeArchive;
import dev.claimgate.store.CodeReleaseNotices;
import dev.claimgate.store.CodeReleases;
import dev.claimgate.store.CodeTablesHolder;
import dev.claimgate.store.Database;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** Measures how a gateway takes up the release that was imported last: from the notice of the database until it is in use. */
final class SnapshotBench {
    private static final int ROUNDS = 5;
    private static final int PAIR_HISTORY_YEARS = 5;
    /** The built-in pack. */
    private static final long FIRST_RELEASE = 1;

    private final Vertx vertx;
    private final Database database;
    private final CodeReleases releases;
    private final CodeArchive archive;
    private final PrintWriter out;

    SnapshotBench(Vertx vertx, Database database, PrintWriter out) {
        this.vertx = vertx;
        this.database = database;
        this.out = out;
        Clock clock = Clock.systemDefaultZone();
        releases = new CodeReleases(vertx, database.pool(), database.connectOptions(), PAIR_HISTORY_YEARS, clock);
        archive = new CodeArchive(database.connectOptions(), clock);
    }

    /** The tables of the release in use. */
    CodeTables run() {
        swaps(archive.releases().get(0).id());
        return weighed();
    }

    private void swaps(long imported) {
        CodeTablesHolder holder = new CodeTablesHolder(releases);
        AtomicReference<Promise<Boolean>> swapped = new AtomicReference<>(Promise.promise());
        Future<Boolean> first = swapped.get().future();
        CodeReleaseNotices notices = CodeReleaseNotices.listen(vertx, database.connectOptions(),
                () -> holder.refresh().onComplete(done -> swapped.get().tryComplete(done.succeeded() && done.result())));
        try {
            first.await();
            for (int round = 1; round <= ROUNDS; round++) {
                swap(FIRST_RELEASE, swapped);
                Stopwatch watch = swap(imported, swapped);
                out.printf(Locale.ROOT, "round %d: told of the release, read, built and swapped %,d rows in %s%n", round,
                        holder.current().rows(), watch);
                out.flush();
            }
        } finally {
            notices.close().await();
        }
    }

    /** Puts a release in use and waits until the holder has it. */
    private Stopwatch swap(long release, AtomicReference<Promise<Boolean>> swapped) {
        Promise<Boolean> done = Promise.promise();
        swapped.set(done);
        Stopwatch watch = new Stopwatch();
        archive.rollBack(release);
        if (!done.future().await()) {
            throw new IllegalStateException("release " + release + " was told of but not taken up");
        }
        watch.stop();
        return watch;
    }

    /** Several times, all held: once in a while something else comes free meanwhile, so that the median tells. */
    private CodeTables weighed() {
        CodeTables[] held = new CodeTables[ROUNDS + 1];
        held[ROUNDS] = load();
        long[] bytes = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long before = heapInUse();
            held[round] = load();
            bytes[round] = heapInUse() - before;
        }
        Arrays.sort(bytes);
        CodeTables tables = held[0];
        Reference.reachabilityFence(held);
        out.printf(Locale.ROOT, "heap: %.1f MB more in use after collection for the tables of %,d rows (median of %d: %.1f to"
                + " %.1f)%n", bytes[ROUNDS / 2] / 1e6, tables.rows(), ROUNDS, bytes[0] / 1e6, bytes[ROUNDS - 1] / 1e6);
        out.flush();
        return tables;
    }

    private CodeTables load() {
        return releases.latestActivation().compose(latest -> releases.load(latest.orElseThrow())).await().tables();
    }

    private static long heapInUse() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
