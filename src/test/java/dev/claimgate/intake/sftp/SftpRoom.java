package dev.claimgate.intake.sftp;

import static dev.claimgate.TestVertx.await;

import dev.claimgate.TestVertx;
import dev.claimgate.config.Faults;
import dev.claimgate.config.YamlFile;
import dev.claimgate.partner.AcknowledgementWays;
import dev.claimgate.partner.Partner;
import dev.claimgate.partner.PartnerAccess;
import dev.claimgate.partner.PartnerDirectory;
import dev.claimgate.partner.PartnerProfile;
import dev.claimgate.partner.Partners;
import dev.claimgate.partner.SshKey;
import dev.claimgate.store.DiskRoom;
import dev.claimgate.store.Notices;
import dev.claimgate.store.Sealer;
import dev.claimgate.store.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** An SFTP server over a test's database, two partners, and clients for them. */
final class SftpRoom implements AutoCloseable {
    static final String NORTH = "north";
    static final String LAKE = "lake";
    static final KeyPair NORTH_KEY = key();
    static final KeyPair LAKE_KEY = key();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Sealer SEALER = new Sealer(List.of(new Sealer.Key("test", new byte[Sealer.KEY_BYTES])));

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Partners partners;
    final AtomicReference<PublicKey> hostKey = new AtomicReference<>();
    private final TestVertx vertx;
    private final Pool pool;
    private final SftpVerticle server;
    private final String deployment;
    private final SshClient client = SshClient.setUpDefaultClient();

    /** @param settings keys of {@code intake.sftp} that differ from the defaults, as YAML */
    SftpRoom(TestVertx vertx, TestDatabase database, Path folder, String settings) throws IOException {
        this.vertx = vertx;
        this.pool = database.pool(vertx.get());
        this.partners = new Partners(new PartnerDirectory(
                List.of(partner(NORTH, NORTH_KEY), partner(LAKE, LAKE_KEY))));
        this.server = new SftpVerticle(settings(folder, settings), partners, pool, SEALER, DiskRoom.UNKNOWN, new Notices(vertx.get()), meters,
                Clock.systemUTC());
        this.deployment = await(vertx.get().deployVerticle(server));
        client.setServerKeyVerifier((session, address, key) -> {
            hostKey.set(key);
            return true;
        });
        client.start();
    }

    static KeyPair key() {
        try {
            return KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static Partner partner(String id, KeyPair... keys) {
        return new Partner(id, id, List.of(), List.of(), PartnerProfile.DEFAULT, AcknowledgementWays.ALL, PartnerAccess.USUAL,
                Optional.empty(), Arrays.stream(keys)
                        .map(key -> SshKey.parse(PublicKeyEntry.toString(key.getPublic())).orElseThrow()).toList());
    }

    private static SftpSettings settings(Path folder, String settings) throws IOException {
        Path file = Files.writeString(folder.resolve("sftp.yaml"),
                "port: 0\nhostKeyFile: '" + folder.resolve("host_key") + "'\n" + settings);
        Faults faults = new Faults();
        SftpSettings read = SftpSettings.read(new YamlFile(folder, Map.of(), faults).read(file), folder);
        faults.throwIfAny();
        return read;
    }

    int port() {
        return server.port().orElseThrow();
    }

    /** A session that is not yet logged in. */
    ClientSession connect(String user) throws IOException {
        return client.connect(user, "127.0.0.1", port()).verify(PATIENCE).getSession();
    }

    ClientSession login(String user, KeyPair key) throws IOException {
        ClientSession session = connect(user);
        session.addPublicKeyIdentity(key);
        session.auth().verify(PATIENCE);
        return session;
    }

    /** A client that ends its session when it is closed. */
    SftpClient sftp(String user, KeyPair key) throws IOException {
        return SftpClientFactory.instance().createSftpClient(login(user, key)).singleSessionInstance();
    }

    SftpClient north() throws IOException {
        return sftp(NORTH, NORTH_KEY);
    }

    SftpClient lake() throws IOException {
        return sftp(LAKE, LAKE_KEY);
    }

    /** How often something was refused for this reason. */
    double refused(String reason) {
        return meters.counter("claimgate.sftp.refusals", "reason", reason).count();
    }

    /** Waits until it is so. */
    static void until(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no " + what + " within " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @Override
    public void close() throws IOException {
        client.stop();
        client.close();
        await(vertx.get().undeploy(deployment));
        await(pool.close());
    }
}
