package dev.claimgate.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Opens one YAML file (YAML 1.2, at most 3 MiB, no duplicate keys) as {@link Settings}. */
public final class YamlFile {
    private final Path home;
    private final Map<String, String> environment;
    private final Faults faults;

    /**
     * @param home        relative paths start here, and faults name files from here
     * @param environment variables that override keys: {@code CLAIMGATE_DATABASE_URL} stands for {@code database.url}
     * @param faults      takes every fault of every file
     */
    public YamlFile(Path home, Map<String, String> environment, Faults faults) {
        this.home = home.toAbsolutePath().normalize();
        this.environment = Map.copyOf(environment);
        this.faults = faults;
    }

    /** The settings of the file; empty ones, and a fault, if it cannot be read. */
    public Settings read(Path file) {
        Path absolute = home.resolve(file).normalize();
        String name = absolute.startsWith(home) ? home.relativize(absolute).toString() : absolute.toString();
        return new Settings(name, "", parse(absolute, name), environment, faults);
    }

    private Map<?, ?> parse(Path file, String name) {
        LoadSettings settings = LoadSettings.builder().setLabel(name).setAllowDuplicateKeys(false).build();
        try (Reader reader = Files.newBufferedReader(file)) {
            Object root = new Load(settings).loadFromReader(reader);
            if (root == null) {
                return Map.of();
            }
            if (root instanceof Map<?, ?> map) {
                return map;
            }
            faults.add(name + ":", "holds no keys, must be a mapping of keys to values");
        } catch (NoSuchFileException e) {
            faults.add(name + ":", "does not exist, must be a YAML file");
        } catch (IOException e) {
            faults.add(name + ":", "cannot be read (" + e.getClass().getSimpleName() + "), must be a YAML file in UTF-8");
        } catch (MarkedYamlEngineException e) {
            faults.add(name + ":", place(e) + e.getProblem() + ", must be valid YAML");
        } catch (YamlEngineException e) {
            faults.add(name + ":", e.getMessage() + ", must be valid YAML");
        }
        return Map.of();
    }

    private static String place(MarkedYamlEngineException e) {
        return e.getProblemMark().map(mark -> "line " + (mark.getLine() + 1) + ": ").orElse("");
    }
}
