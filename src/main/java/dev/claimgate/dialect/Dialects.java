package dev.claimgate.dialect;

import dev.claimgate.config.Faults;
import dev.claimgate.config.Settings;
import dev.claimgate.config.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The dialects that payers speak and those in which partners send claims, by name. Immutable; their DFDL files are compiled on
 * first use.
 */
public final class Dialects {
    private final Map<String, Dialect> ofPayers;
    private final Map<String, ClaimDialect> ofPartners;

    private Dialects(Map<String, Dialect> ofPayers, Map<String, ClaimDialect> ofPartners) {
        this.ofPayers = Map.copyOf(ofPayers);
        this.ofPartners = Map.copyOf(ofPartners);
    }

    /** The folders that hold a {@code dialect.yaml}, none if there is no such folder. */
    public static Set<String> names(Path folder) {
        return names(folder, Dialect.FILE);
    }

    /** The folders that hold a {@code claims.yaml}, none if there is no such folder. */
    public static Set<String> claimFormats(Path folder) {
        return names(folder, ClaimDialect.FILE);
    }

    private static Set<String> names(Path folder, String file) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        Set<String> names = new TreeSet<>();
        try (Stream<Path> folders = Files.list(folder)) {
            folders.filter(each -> Files.exists(each.resolve(file))).forEach(each -> names.add(each.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    /**
     * Reads the payers' dialects in use, and all claim formats, since a partner may be given one while the gateway runs.
     *
     * @param folder the folder of the dialects
     * @param inUse  some of {@link #names}
     * @param home   faults name files from here
     * @param faults takes every fault
     */
    public static Dialects read(Path folder, Collection<String> inUse, Path home, Faults faults) {
        YamlFile yaml = new YamlFile(home, Map.of(), faults);
        return new Dialects(each(folder, inUse, Dialect.FILE, yaml, Dialect::read),
                each(folder, claimFormats(folder), ClaimDialect.FILE, yaml, ClaimDialect::read));
    }

    private static <T> Map<String, T> each(Path folder, Collection<String> names, String file, YamlFile yaml,
                                           BiFunction<Path, Settings, T> reader) {
        Map<String, T> read = new TreeMap<>();
        for (String name : new TreeSet<>(names)) {
            Path of = folder.resolve(name);
            read.put(name, reader.apply(of, yaml.read(of.resolve(file))));
        }
        return read;
    }

    /** @throws IllegalArgumentException if no payer was said to speak it */
    Dialect dialect(String name) {
        return known(ofPayers, name);
    }

    /** @throws IllegalArgumentException if there is none of that name */
    ClaimDialect claimDialect(String name) {
        return known(ofPartners, name);
    }

    private static <T> T known(Map<String, T> dialects, String name) {
        T dialect = dialects.get(name);
        if (dialect == null) {
            throw new IllegalArgumentException("dialect " + name + " is not in use, must be one of " + dialects.keySet());
        }
        return dialect;
    }
}
