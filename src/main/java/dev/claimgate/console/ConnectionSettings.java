package dev.claimgate.console;

import dev.claimgate.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the API's connections are served.
 *
 * @param connectionsMax open at the same time, more are closed at once, 1 to 1,000,000
 * @param headMax        the head of a connection's first request takes no longer, 1 s to 5 min
 * @param idleMax        a connection without traffic is closed after it, 1 s to 1 h
 * @param tls            its files; empty serves without TLS
 * @param tlsReload      how often they are looked at
 */
public record ConnectionSettings(int connectionsMax, Duration headMax, Duration idleMax, Optional<TlsFiles> tls,
                                 Duration tlsReload) {
    private static final Pattern PATH = Pattern.compile("(?s).+");

    /** Without TLS, and the usual limits. */
    public static ConnectionSettings usual() {
        return new ConnectionSettings(10_000, Duration.ofSeconds(20), Duration.ofSeconds(120), Optional.empty(),
                Duration.ofSeconds(10));
    }

    /** Reads section {@code http}, but for its address; relative paths start at {@code home}. */
    public static ConnectionSettings read(Settings http, Path home) {
        Settings tls = http.section("tls");
        ConnectionSettings connections = new ConnectionSettings(http.integer("connectionsMax", 10_000, 1, 1_000_000),
                http.seconds("headSecondsMax", 20, 1, 300),
                http.seconds("idleSecondsMax", 120, 1, 3600),
                tlsFiles(tls, home),
                tls.millis("reloadMillis", 10_000, 100, 3_600_000));
        tls.done();
        return connections;
    }

    private static Optional<TlsFiles> tlsFiles(Settings tls, Path home) {
        Optional<Path> certificate = pemFile(tls, "certificate", home);
        Optional<Path> key = pemFile(tls, "key", home);
        Optional<Path> clientCa = pemFile(tls, "clientCa", home);
        if (certificate.isPresent() != key.isPresent()) {
            tls.fault(key.isPresent() ? "certificate" : "key", "is missing, must stand beside the other or both be left out");
        }
        return certificate.isPresent() && key.isPresent()
                ? Optional.of(new TlsFiles(certificate.get(), key.get(), clientCa)) : Optional.empty();
    }

    private static Optional<Path> pemFile(Settings tls, String key, Path home) {
        if (tls.text(key, "", PATH, "a path").isEmpty()) {
            return Optional.empty();
        }
        Path file = home.toAbsolutePath().resolve(tls.text(key, "", PATH, "a path")).normalize();
        if (!Files.isReadable(file)) {
            tls.fault(key, "is \"" + tls.text(key, "", PATH, "a path") + "\", must be a PEM file that can be read");
            return Optional.empty();
        }
        return Optional.of(file);
    }
}
