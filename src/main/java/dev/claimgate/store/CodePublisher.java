package dev.claimgate.store;

import dev.claimgate.codes.CodePack;
import dev.claimgate.codes.CodeTableDirectory;
import dev.claimgate.codes.CodeTableException;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.PartPeriod;
import dev.claimgate.codes.TableFaults;
import dev.claimgate.codes.cms.CodeFileSet;
import io.vertx.pgclient.PgConnectOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * Publishes releases of the code tables: each in one transaction, one after another, whichever process does it. Rows go from
 * the files to the database as they are read. Blocks.
 */
public final class CodePublisher {
    private final PgConnectOptions database;
    private final Clock clock;

    public CodePublisher(PgConnectOptions database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What came of one set of files. */
    public record Imported(CodeFileSet files, int rows, int rowsBefore, boolean known) {
    }

    /**
     * What came of an import.
     *
     * @param release   number of the new release; empty if nothing changed or nothing was to be changed
     * @param unchanged whether the same files are in force already
     */
    public record Result(Optional<Long> release, boolean unchanged, List<Imported> parts) {
    }

    /**
     * Imports files and puts the release that they make in use.
     *
     * @param dryRun   read and check only
     * @param progress told how many bytes more were read
     * @throws CodeTableException if anything in the files is wrong; nothing is changed then
     */
    public Result importFiles(List<CodeFileSet> sets, boolean dryRun, LongConsumer progress) {
        return CodeConnection.inTransaction(database, connection -> {
            CodeCatalog catalog = new CodeCatalog(connection, clock);
            if (!dryRun) {
                catalog.lock();
            }
            Optional<Long> inUse = catalog.inUse();
            List<PartPeriod> before = inUse.isPresent() ? catalog.periods(inUse.get()) : List.of();
            Import run = new Import(connection, catalog, dryRun, progress);
            List<PartPeriod> after = before;
            for (CodeFileSet set : sets) {
                after = PartPeriod.with(after, run.part(set, before), set.kind(), set.owner(), set.effective());
            }
            run.faults.throwIfAny();
            boolean unchanged = after.equals(before);
            if (dryRun || unchanged) {
                return new Result(Optional.empty(), unchanged, run.imported);
            }
            return new Result(Optional.of(publish(connection, catalog, sets, after)), false, run.imported);
        });
    }

    /**
     * Publishes the tables of a folder as the built-in pack unless the same ones were published before, so that a changed
     * folder becomes a new release and an unchanged one does not displace a later release. Several gateways may do this at once.
     *
     * @return whether a release was published by this call
     * @throws CodeTableException if the folder is faulty
     */
    public boolean publishPack(Path directory) {
        CodePack pack = CodeTableDirectory.pack(directory);
        return CodeConnection.inTransaction(database, connection ->
                new PackPublisher(connection, clock).publish(pack, directory));
    }

    private static long publish(Connection connection, CodeCatalog catalog, List<CodeFileSet> sets, List<PartPeriod> periods)
            throws SQLException {
        String name = sets.stream().map(CodeFileSet::name).collect(Collectors.joining(" + "));
        String source = sets.stream().map(CodeFileSet::source).collect(Collectors.joining(", "));
        String digest = sets.stream().map(CodeFileSet::digest).collect(Collectors.joining(" "));
        int effective = sets.stream().mapToInt(CodeFileSet::effective).min().orElse(CodeTableRows.ALWAYS);
        long release = catalog.publish(name, source, digest, effective, periods);
        requireLoads(connection, release);
        return release;
    }

    /** Rows of parts that contradict each other must not come into use. Pairs cannot: their parts never share a day. */
    private static void requireLoads(Connection connection, long release) throws SQLException {
        try {
            CodeRowReader.load(connection, release, CodeTableRows.NEVER);
        } catch (IllegalArgumentException e) {
            throw new CodeTableException(List.of("the files do not go together with what is in force before their effective "
                    + "day: " + e.getMessage() + "; import them without --effective, so that they hold for all days"));
        }
    }

    /** One import: reads what is not known yet. */
    private static final class Import {
        private final Connection connection;
        private final CodeCatalog catalog;
        private final boolean dryRun;
        private final LongConsumer progress;
        private final TableFaults faults = new TableFaults();
        private final List<Imported> imported = new ArrayList<>();

        Import(Connection connection, CodeCatalog catalog, boolean dryRun, LongConsumer progress) {
            this.connection = connection;
            this.catalog = catalog;
            this.dryRun = dryRun;
            this.progress = progress;
        }

        long part(CodeFileSet set, List<PartPeriod> before) throws SQLException {
            int rowsBefore = rowsBefore(set, before);
            Optional<Long> known = catalog.part(set.kind(), set.owner(), set.digest());
            if (known.isPresent()) {
                imported.add(new Imported(set, catalog.rowsOf(known.get()), rowsBefore, true));
                return known.get();
            }
            if (dryRun) {
                imported.add(new Imported(set, set.check(faults, progress).rows(), rowsBefore, false));
                return -1;
            }
            long part = catalog.addPart(
                    new CodeCatalog.Part(set.kind(), set.owner(), set.name(), set.source(), set.digest(), false));
            CodeCopy copy = new CodeCopy(connection).to(part);
            CodeFileSet.Content content = set.read(copy, faults, progress);
            if (faults.none()) {
                copy.flush();
            }
            catalog.finishPart(part, content.rows(), content.newestStart());
            imported.add(new Imported(set, content.rows(), rowsBefore, false));
            return part;
        }

        /** Rows of its kind in force on its first day. */
        private int rowsBefore(CodeFileSet set, List<PartPeriod> before) throws SQLException {
            int day = set.effective() == CodeTableRows.ALWAYS ? CodeTableRows.NEVER : set.effective();
            for (PartPeriod period : before) {
                if (period.kind() == set.kind() && period.owner().equals(set.owner()) && period.from() <= day
                        && day <= period.to()) {
                    return catalog.rowsOf(period.part());
                }
            }
            return 0;
        }
    }
}
