package dev.claimgate.console;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up renewed certificates without a restart. New connections get the new certificate when two looks in a row found the
 * same bytes; files that do not fit together leave the old one in use.
 */
final class TlsReload {
    private static final Logger LOG = LoggerFactory.getLogger(TlsReload.class);

    private final Vertx vertx;
    private final HttpServer server;
    private final TlsFiles files;
    private final Counter reloads;
    private final Counter failures;
    private String inUse;
    private String seen;
    private boolean looking;

    TlsReload(Vertx vertx, HttpServer server, TlsFiles files, MeterRegistry meters) {
        this.vertx = vertx;
        this.server = server;
        this.files = files;
        this.reloads = Counter.builder("claimgate.tls.reloads").tag("outcome", "taken").register(meters);
        this.failures = Counter.builder("claimgate.tls.reloads").tag("outcome", "failed").register(meters);
    }

    /** @param fingerprint of the files as the server read them */
    void start(String fingerprint, Duration every) {
        inUse = fingerprint;
        vertx.setPeriodic(every.toMillis(), timer -> look());
    }

    private void look() {
        if (looking) {
            return;
        }
        looking = true;
        vertx.executeBlocking(files::fingerprint, false).compose(this::use).onComplete(done -> {
            looking = false;
            if (done.failed()) {
                failures.increment();
                LOG.error("TLS: the changed files of http.tls cannot be used, the certificate stays as it was: {}",
                        done.cause().toString());
            }
        });
    }

    private Future<Void> use(String found) {
        boolean settled = found.equals(seen) && !found.equals(inUse);
        seen = found;
        if (!settled) {
            return Future.succeededFuture();
        }
        inUse = found;
        return server.updateSSLOptions(files.options(), true).onSuccess(taken -> {
            reloads.increment();
            LOG.info("TLS: the changed certificate is in use");
        }).mapEmpty();
    }
}
