package dev.claimgate.console;

import java.time.Duration;
import java.util.Optional;

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
    /** Without TLS, and the usual limits. */
    public static ConnectionSettings usual() {
        return new ConnectionSettings(10_000, Duration.ofSeconds(20), Duration.ofSeconds(120), Optional.empty(),
                Duration.ofSeconds(10));
    }
}
