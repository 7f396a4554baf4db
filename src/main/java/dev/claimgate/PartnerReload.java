package dev.claimgate;

import dev.claimgate.config.ConfigException;
import dev.claimgate.partner.PartnerDirectory;
import dev.claimgate.partner.PartnerFiles;
import dev.claimgate.partner.Partners;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the partners' files from time to time and puts what they say in force. A change counts when two looks in a row
 * find the same bytes, so that a file being written is not taken for its half. A file with faults leaves the partners as they
 * are and is told once; the gauge {@code claimgate_partners_file_valid} is 0 until it is right.
 */
final class PartnerReload extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerReload.class);

    private final PartnerFiles files;
    private final Partners partners;
    private final Duration every;
    private final Counter reloads;
    private Function<PartnerDirectory, Future<Void>> onChange = changed -> Future.succeededFuture();
    private String inForce;
    private String seen;
    private Future<Void> looking = Future.succeededFuture();
    private volatile List<String> faults = List.of();

    PartnerReload(PartnerFiles files, Partners partners, Duration every, MeterRegistry meters) {
        this.files = files;
        this.partners = partners;
        this.every = every;
        this.reloads = Counter.builder("claimgate.partners.reloads").register(meters);
        Gauge.builder("claimgate.partners.file.valid", () -> faults.isEmpty() ? 1 : 0).register(meters);
    }

    /** Call it before it is deployed. */
    void onChange(Function<PartnerDirectory, Future<Void>> listener) {
        onChange = listener;
    }

    private record Look(String fingerprint, PartnerDirectory read, List<String> faults) {
    }

    @Override
    public Future<?> start() {
        vertx.setPeriodic(0, every.toMillis(), timer -> {
            if (looking.isComplete()) {
                looking = look();
            }
        });
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        return looking.otherwiseEmpty();
    }

    /** What is wrong with the files as they are now; empty if they are in force. */
    List<String> faults() {
        return faults;
    }

    /** The same, for {@code /health/ready}; empty if there are none. */
    JsonObject health() {
        return faults.isEmpty() ? new JsonObject() : new JsonObject().put("faults", new JsonArray(faults));
    }

    private Future<Void> look() {
        return vertx.executeBlocking(files::fingerprint, false)
                .compose(found -> {
                    boolean settled = found.equals(seen) && !found.equals(inForce);
                    seen = found;
                    return settled ? vertx.executeBlocking(() -> read(found), false).map(this::use) : Future.succeededFuture();
                })
                .onFailure(failure -> LOG.error("the partners' files cannot be looked at: {}", failure.toString()))
                .mapEmpty();
    }

    private Look read(String fingerprint) {
        try {
            return new Look(fingerprint, files.read(), List.of());
        } catch (ConfigException wrong) {
            return new Look(fingerprint, partners.current(), wrong.faults());
        }
    }

    private Void use(Look look) {
        boolean first = inForce == null;
        inForce = look.fingerprint();
        faults = look.faults();
        if (!faults.isEmpty()) {
            LOG.error("the partners' files were changed and are wrong; the partners stay as they were: {}",
                    String.join("; ", faults));
            return null;
        }
        partners.replace(look.read());
        if (!first) {
            reloads.increment();
            LOG.info("{} partners are in force, read anew", look.read().all().size());
            onChange.apply(look.read()).onFailure(failure -> LOG.warn("the change of the partners cannot be kept in the audit"
                    + " trail: {}", failure.getClass().getSimpleName()));
        }
        return null;
    }
}
