package dev.claimgate.intake.sftp;

import dev.claimgate.partner.Partner;
import dev.claimgate.partner.Partners;
import dev.claimgate.store.DiskRoom;
import dev.claimgate.store.Notices;
import dev.claimgate.store.Sealer;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Optional;
import org.apache.sshd.server.SshServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes claim files by SFTP. Listens as soon as any partner has a key, which may be long after it was started; all homes live on
 * its one event loop, ciphers and network on the SSH server's own threads.
 */
public final class SftpVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(SftpVerticle.class);
    private static final long LOOK_MILLIS = 1000;
    private static final long RETRY_MILLIS = 30_000;

    private final SftpSettings settings;
    private final Partners partners;
    private final Pool database;
    private final Sealer sealer;
    private final DiskRoom room;
    private final Notices notices;
    private final MeterRegistry meters;
    private final Clock clock;
    private volatile Optional<SshServer> server = Optional.empty();

    /** @param partners as they are now, asked anew at every login and request */
    public SftpVerticle(SftpSettings settings, Partners partners, Pool database, Sealer sealer, DiskRoom room, Notices notices,
                        MeterRegistry meters, Clock clock) {
        this.settings = settings;
        this.partners = partners;
        this.database = database;
        this.sealer = sealer;
        this.room = room;
        this.notices = notices;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public Future<?> start() {
        if (!settings.enabled()) {
            return Future.succeededFuture();
        }
        SftpServices services = SftpServices.on(vertx, partners, database, sealer, room, notices, settings, meters, clock);
        if (anyKey()) {
            return listen(services);
        }
        vertx.setTimer(LOOK_MILLIS, timer -> listenWithTheFirstKey(services));
        return Future.succeededFuture();
    }

    private void listenWithTheFirstKey(SftpServices services) {
        if (!anyKey()) {
            vertx.setTimer(LOOK_MILLIS, timer -> listenWithTheFirstKey(services));
            return;
        }
        listen(services).onFailure(failure -> {
            LOG.error("SFTP is not served, tried again in {} s: {}", RETRY_MILLIS / 1000, failure.getMessage());
            vertx.setTimer(RETRY_MILLIS, timer -> listenWithTheFirstKey(services));
        });
    }

    private boolean anyKey() {
        return partners.current().all().stream().map(Partner::sshKeys).anyMatch(keys -> !keys.isEmpty());
    }

    private Future<?> listen(SftpServices services) {
        SftpServerFactory factory = new SftpServerFactory(settings, services, context);
        return vertx.executeBlocking(factory::listening, false).onSuccess(listening -> {
            server = Optional.of(listening);
            LOG.info("SFTP at {}:{}", settings.host(), port().orElseThrow());
        });
    }

    /** Where it listens; empty as long as no partner has a key. */
    public Optional<Integer> port() {
        return server.map(listening -> ((InetSocketAddress) listening.getBoundAddresses().iterator().next()).getPort());
    }

    /** Uploads under way are cut off; they were not confirmed. */
    @Override
    public Future<?> stop() {
        return server.isEmpty() ? Future.succeededFuture() : vertx.executeBlocking(() -> {
            server.get().stop(true);
            return null;
        }, false);
    }
}
