package dev.claimgate.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Files whose validation broke off a moment ago: left alone for a while, so that the others come first. */
final class RestingFiles {
    private final Clock clock;
    private final Duration rest;
    private final Map<UUID, Instant> until = new LinkedHashMap<>();

    RestingFiles(Clock clock, Duration rest) {
        this.clock = clock;
        this.rest = rest;
    }

    void add(UUID file) {
        until.put(file, clock.instant().plus(rest));
    }

    Collection<UUID> files() {
        Instant now = clock.instant();
        until.values().removeIf(end -> !end.isAfter(now));
        return until.keySet();
    }
}
