package dev.claimgate.dialect;

import dev.claimgate.config.Faults;
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
import java.util.stream.Stream;

/** The dialects that payers speak, by name. Immutable; their DFDL files are compiled on first use. */
public final class Dialects {
    private static final String FILE = "dialect.yaml";

    private final Map<String, Dialect> byName;

    private Dialects(Map<String, Dialect> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** The folders that hold a {@code dialect.yaml}, none if there is no such folder. */
    public static Set<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        Set<String> names = new TreeSet<>();
        try (Stream<Path> folders = Files.list(folder)) {
            folders.filter(each -> Files.exists(each.resolve(FILE))).forEach(each -> names.add(each.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    /**
     * Reads the dialects in use.
     *
     * @param folder the folder of the dialects
     * @param inUse  some of {@link #names}
     * @param home   faults name files from here
     * @param faults takes every fault
     */
    public static Dialects read(Path folder, Collection<String> inUse, Path home, Faults faults) {
        YamlFile yaml = new YamlFile(home, Map.of(), faults);
        Map<String, Dialect> dialects = new TreeMap<>();
        for (String name : new TreeSet<>(inUse)) {
            Path of = folder.resolve(name);
            dialects.put(name, Dialect.read(of, yaml.read(of.resolve(FILE))));
        }
        return new Dialects(dialects);
    }

    /** @throws IllegalArgumentException if no payer was said to speak it */
    Dialect dialect(String name) {
        Dialect dialect = byName.get(name);
        if (dialect == null) {
            throw new IllegalArgumentException("dialect " + name + " is not in use, must be one of " + byName.keySet());
        }
        return dialect;
    }
}
