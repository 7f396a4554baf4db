package dev.claimgate.partner;

import dev.claimgate.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what configuration refers to: secrets in the environment or in files, and files of keys and certificates. */
final class Secrets {
    private static final Pattern REFERENCE = Pattern.compile("env:[A-Za-z_][A-Za-z0-9_]*|file:.+");
    private static final Pattern PATH = Pattern.compile(".+");
    private static final int FILE_BYTES_MAX = 64 * 1024;

    private final Map<String, String> environment;
    private final Path home;

    Secrets(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = home.toAbsolutePath();
    }

    /** The secret that a key refers to; empty where the key is absent or, as a fault, the secret is. */
    Optional<Secret> read(Settings settings, String key) {
        Optional<String> reference = settings.secret(key, REFERENCE, "env:NAME or file:PATH, never the secret itself");
        return reference.flatMap(text -> text.startsWith("env:") ? variable(settings, key, text.substring(4))
                : file(settings, key, home.resolve(text.substring(5)).normalize()));
    }

    /** A file that must be there, such as a certificate in PEM; empty where the key is absent. */
    Optional<Path> path(Settings settings, String key) {
        Optional<Path> path = Optional.of(settings.text(key, "", PATH, "a file")).filter(text -> !text.isEmpty())
                .map(text -> home.resolve(text).normalize());
        if (path.isPresent() && !Files.isReadable(path.get())) {
            settings.fault(key, "is \"" + home.relativize(path.get()) + "\", must be a file that can be read");
            return Optional.empty();
        }
        return path;
    }

    Path folder(Settings settings, String key) {
        return home.resolve(settings.text(key, PATH, "a folder")).normalize();
    }

    private Optional<Secret> variable(Settings settings, String key, String name) {
        String value = environment.get(name);
        if (value == null || value.isEmpty()) {
            settings.fault(key, "refers to env:" + name + ", which is not set, must be an environment variable of the gateway");
            return Optional.empty();
        }
        return Optional.of(new Secret(value));
    }

    private static Optional<Secret> file(Settings settings, String key, Path file) {
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                settings.fault(key, "refers to a file over " + FILE_BYTES_MAX + " bytes, must hold one secret");
                return Optional.empty();
            }
            return Optional.of(new Secret(Files.readString(file).strip()));
        } catch (IOException e) {
            settings.fault(key, "refers to a file that cannot be read (" + e.getClass().getSimpleName()
                    + "), must hold the secret and be readable by the gateway");
            return Optional.empty();
        }
    }
}
