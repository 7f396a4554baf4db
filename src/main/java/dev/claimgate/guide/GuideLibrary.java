package dev.claimgate.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every guide under {@code edi-specs/}, loaded once at start. Immutable. */
public final class GuideLibrary {
    private final Map<String, Guide> byVersion;

    private GuideLibrary(Map<String, Guide> byVersion) {
        this.byVersion = Map.copyOf(byVersion);
    }

    /**
     * Loads every folder that holds a {@code guide.spec}.
     *
     * @throws SpecException with every fault of every file
     */
    public static GuideLibrary load(Path ediSpecs) {
        SpecFaults faults = new SpecFaults();
        Map<String, Standard> standards = new HashMap<>();
        Map<String, Guide> guides = new HashMap<>();
        for (Path folder : guideFolders(ediSpecs, faults)) {
            guide(folder, standards, faults).ifPresent(guide -> guides.put(guide.version(), guide));
        }
        faults.throwIfAny();
        return new GuideLibrary(guides);
    }

    /** The guide with this version (GS08), such as {@code 005010X222A1}. */
    public Optional<Guide> guide(String version) {
        return Optional.ofNullable(byVersion.get(version));
    }

    /**
     * The guide that must be there.
     *
     * @throws SpecException if it is not
     */
    public Guide require(String version) {
        return guide(version).orElseThrow(() -> new SpecException(
                List.of("edi-specs/" + version + "/guide.spec: is missing, claimgate cannot work without this guide")));
    }

    private static Optional<Guide> guide(Path folder, Map<String, Standard> standards, SpecFaults faults) {
        List<SpecLine> lines = SpecFile.read(folder.resolve("guide.spec"), faults);
        String release = head(lines, "standard", 1);
        Standard standard = standards.computeIfAbsent(release,
                r -> new StandardReader(faults).read(folder.resolveSibling(r)));
        GuideReader reader = new GuideReader(folder, standard, faults);
        LoopRule root = reader.read(lines);
        if (root == null) {
            faults.add(folder.getFileName() + "/guide.spec", "has no loop that can be used");
        }
        if (faults.any()) {
            return Optional.empty();
        }
        return Optional.of(new Guide(head(lines, "guide", 1), head(lines, "transaction", 1), head(lines, "transaction", 3),
                root, reader.slots(), standard.segmentIds()));
    }

    private static String head(List<SpecLine> lines, String word, int index) {
        return lines.stream().filter(line -> line.word(0).equals(word)).map(line -> line.word(index)).findFirst().orElse("");
    }

    private static List<Path> guideFolders(Path ediSpecs, SpecFaults faults) {
        try (Stream<Path> folders = Files.list(ediSpecs)) {
            return folders.filter(folder -> Files.exists(folder.resolve("guide.spec"))).sorted().toList();
        } catch (java.nio.file.NoSuchFileException e) {
            faults.add(ediSpecs.toString(), "is missing; name the folder of the guides in paths.ediSpecs");
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
