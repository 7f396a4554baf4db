package dev.claimgate.cli;

import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.cms.CodeFileSet;
import dev.claimgate.codes.cms.CodeFiles;
import dev.claimgate.store.CodePublisher;
import dev.claimgate.store.Database;
import dev.claimgate.store.DatabaseSettings;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures the code tables at the size of the files given: their import into a fresh embedded database, how long a gateway takes
 * to have them and how much heap they need, look-ups of pairs, and the verdict beside that with the built-in pack.
 */
final class TablesBench {
    private final List<CodeFileSet> sets;
    private final byte[] claims;
    private final PrintWriter out;

    /** @param claims a claim file */
    TablesBench(List<CodeFileSet> sets, byte[] claims, PrintWriter out) {
        this.sets = sets;
        this.claims = claims;
        this.out = out;
    }

    /**
     * All files of a folder.
     *
     * @throws dev.claimgate.codes.CodeTableException if one of them is not one of those that CMS publishes
     */
    static List<CodeFileSet> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return CodeFiles.sort(files.filter(Files::isRegularFile).sorted().toList(), Optional.empty());
        }
    }

    int run() throws IOException {
        Path folder = Files.createTempDirectory("claimgate-bench-");
        Vertx vertx = Vertx.vertx();
        try {
            Database database = Database.open(vertx, DatabaseSettings.embedded(folder.resolve("data"))).await();
            try {
                importFiles(database);
                CodeTables tables = new SnapshotBench(vertx, database, out).run();
                new PairBench(tables, sets, out).run();
                new VerdictBench(tables, claims, out).run();
            } finally {
                database.close().await();
            }
        } finally {
            vertx.close().await();
            Folders.delete(folder);
        }
        return ExitCodes.ACCEPTED;
    }

    private void importFiles(Database database) {
        CodePublisher publisher = new CodePublisher(database.connectOptions(), Clock.systemDefaultZone());
        publisher.publishPack(ProjectHome.codeTables());
        Stopwatch watch = new Stopwatch();
        CodePublisher.Result result = publisher.importFiles(sets, false, read -> { });
        watch.stop();
        int rows = result.parts().stream().mapToInt(CodePublisher.Imported::rows).sum();
        out.printf(Locale.ROOT, "import: %,d rows of %,.0f MB in %s%n", rows,
                sets.stream().mapToLong(CodeFileSet::bytes).sum() / 1e6, watch);
        out.flush();
    }
}
