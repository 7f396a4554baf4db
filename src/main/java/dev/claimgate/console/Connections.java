package dev.claimgate.console;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts connections; beyond the limit closes the one that has been there longest without a request, so that connections on
 * which nothing is asked keep nobody out; and cuts off clients that do not get their request's head across in
 * time: bytes that trickle keep a connection from being idle. Safe for all threads.
 */
final class Connections {
    private final Vertx vertx;
    private final ConnectionSettings settings;
    private final AtomicInteger open = new AtomicInteger();
    /** Those on which no request is under way, longest first, with the timer that ends them. */
    private final Map<HttpConnection, Long> waiting = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Counter beyond;
    private final Counter slow;

    Connections(Vertx vertx, ConnectionSettings settings, MeterRegistry meters) {
        this.vertx = vertx;
        this.settings = settings;
        this.beyond = Counter.builder("claimgate.http.cut").tag("reason", "connections").register(meters);
        this.slow = Counter.builder("claimgate.http.cut").tag("reason", "slow-head").register(meters);
        Gauge.builder("claimgate.http.connections", open::get).register(meters);
    }

    /** A connection was opened. */
    void opened(HttpConnection connection) {
        open.incrementAndGet();
        connection.closeHandler(closed -> {
            open.decrementAndGet();
            requestCame(connection);
        });
        if (open.get() > settings.connectionsMax()) {
            beyond.increment();
            HttpConnection closed = longestWaiting().orElse(connection);
            closed.close();
            if (closed == connection) {
                return;
            }
        }
        expectRequest(connection, settings.headMax());
    }

    private Optional<HttpConnection> longestWaiting() {
        synchronized (waiting) {
            Optional<HttpConnection> longest = waiting.keySet().stream().findFirst();
            longest.ifPresent(this::requestCame);
            return longest;
        }
    }

    /** The head of a request is there. */
    void requestCame(HttpServerRequest request) {
        requestCame(request.connection());
    }

    private void requestCame(HttpConnection connection) {
        Long timer = waiting.remove(connection);
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }

    /**
     * A request was answered; the next may take as long as an idle connection may stay, and then its head. Over HTTP/2 others
     * may be under way.
     */
    void answered(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            expectRequest(request.connection(), settings.idleMax().plus(settings.headMax()));
        }
    }

    private void expectRequest(HttpConnection connection, Duration max) {
        waiting.put(connection, vertx.setTimer(max.toMillis(), late -> {
            if (waiting.remove(connection, late)) {
                slow.increment();
                connection.close();
            }
        }));
    }
}
