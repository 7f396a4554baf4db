package dev.claimgate.partner;

import dev.claimgate.config.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what configuration refers to: secrets in the environment or in files, and files of keys and certificates. */
final class Secrets {
    private static final Pattern PATH = Pattern.compile(".+");

    private final Map<String, String> environment;
    private final Path home;

    Secrets(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = home.toAbsolutePath();
    }

    /** The secret that a key refers to; empty where the key is absent or, as a fault, the secret is. */
    Optional<Secret> read(Settings settings, String key) {
        return settings.secret(key, SecretReference.SHAPE, SecretReference.RIGHT + ", never the secret itself")
                .flatMap(reference -> look(settings, key, reference));
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

    private Optional<Secret> look(Settings settings, String key, String reference) {
        Optional<Secret> found = new SecretReference(reference, home).read(environment)
                .map(bytes -> new Secret(new String(bytes, StandardCharsets.UTF_8)));
        if (found.isEmpty()) {
            settings.fault(key, reference.startsWith("env:")
                    ? "refers to " + reference + ", which is not set, must be an environment variable of the gateway"
                    : "refers to a file that is empty, too large or cannot be read, must hold the secret and be readable by the"
                            + " gateway");
        }
        return found;
    }
}
