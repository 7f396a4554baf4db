package dev.claimgate.partner;

import dev.claimgate.config.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a secret is, so that it need not stand in a file of the configuration: {@code env:NAME} or {@code file:PATH}. Looked up
 * at each use, so that a changed file counts at once.
 *
 * @param text as written
 * @param home where a relative path starts
 */
public record SecretReference(String text, Path home) {
    static final Pattern SHAPE = Pattern.compile("env:[A-Za-z_][A-Za-z0-9_]{0,99}|file:\\S{1,400}");
    static final String RIGHT = "env:NAME or file:PATH";
    private static final int BYTES_MAX = 4096;

    /** Reads such a reference that must stand there; a fault does not repeat it, it may be the secret itself. */
    public static Optional<SecretReference> read(Settings entry, String key, Path home) {
        if (!entry.keys().contains(key)) {
            entry.fault(key, "is missing, must be " + RIGHT);
        }
        return entry.secret(key, SHAPE, RIGHT + ", never the secret itself").map(text -> new SecretReference(text, home));
    }

    /** The secret without line breaks at its ends; empty if it is not there or is empty. Reads a file: blocks. */
    public Optional<byte[]> read(Map<String, String> environment) {
        String value;
        if (text.startsWith("env:")) {
            value = environment.getOrDefault(text.substring(4), "");
        } else {
            value = file(home.resolve(text.substring(5)));
        }
        return Optional.of(value.strip()).filter(secret -> !secret.isEmpty())
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8));
    }

    private static String file(Path file) {
        try {
            return Files.size(file) > BYTES_MAX ? "" : Files.readString(file);
        } catch (IOException cannot) {
            return "";
        }
    }
}
