package dev.claimgate.store;

import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodePack;
import dev.claimgate.codes.CodeTableDirectory;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.PartPeriod;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Publishes the built-in pack: as first release, or in the place of an older edition of itself. In one transaction; blocks. */
final class PackPublisher {
    private final Connection connection;
    private final CodeCatalog catalog;

    PackPublisher(Connection connection, Clock clock) {
        this.connection = connection;
        this.catalog = new CodeCatalog(connection, clock);
    }

    /** @return whether a release was published: not if this pack was before, or imports have taken the place of all of it */
    boolean publish(CodePack pack, Path directory) throws SQLException {
        if (catalog.releaseOf(pack.digest()).isPresent()) {
            return false;
        }
        catalog.lock();
        Optional<Long> inUse = catalog.inUse();
        List<PartPeriod> builtIn = inUse.isPresent() ? catalog.builtIn(inUse.get()) : List.of();
        if (catalog.releaseOf(pack.digest()).isPresent() || inUse.isPresent() && builtIn.isEmpty()) {
            return false;
        }
        Map<CodeKind, Long> parts = write(pack, directory);
        List<PartPeriod> periods = inUse.isPresent() ? replaced(catalog.periods(inUse.get()), builtIn, parts) : all(parts);
        catalog.publish(pack.name(), pack.source(), pack.digest(), pack.effective(), periods);
        return true;
    }

    /** Loaded once only to be checked: rows that contradict each other must not be published. */
    private Map<CodeKind, Long> write(CodePack pack, Path directory) throws SQLException {
        CodeTableDirectory.load(directory);
        Map<CodeKind, Long> parts = new EnumMap<>(CodeKind.class);
        for (CodeKind kind : PackRows.KINDS) {
            parts.put(kind, catalog.addPart(new CodeCatalog.Part(kind, "", pack.name(), pack.source(), pack.digest(), true)));
        }
        CodeCopy copy = new CodeCopy(connection);
        PackRows rows = new PackRows(copy, parts);
        CodeTableDirectory.read(directory, rows);
        copy.flush();
        for (CodeKind kind : PackRows.KINDS) {
            catalog.finishPart(parts.get(kind), rows.count(kind), CodeTableRows.ALWAYS);
        }
        return parts;
    }

    private static List<PartPeriod> all(Map<CodeKind, Long> parts) {
        List<PartPeriod> periods = new ArrayList<>();
        parts.forEach((kind, part) ->
                periods.add(new PartPeriod(part, kind, "", CodeTableRows.ALWAYS, CodeTableRows.NEVER)));
        return periods;
    }

    private static List<PartPeriod> replaced(List<PartPeriod> before, List<PartPeriod> builtIn, Map<CodeKind, Long> parts) {
        return before.stream().map(period -> builtIn.contains(period)
                ? new PartPeriod(parts.get(period.kind()), period.kind(), "", period.from(), period.to()) : period).toList();
    }
}
