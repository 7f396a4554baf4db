package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients who mean no good, beside a partner who works. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class AbuseLoadIT {
    private static final Path LOG = Path.of("target", "abuse-load.log");
    private static final int HEAD_SECONDS = 5;
    private static final int LOGIN_SECONDS = 5;
    private static final int SSH_CONNECTIONS = 64;
    private static final int SSH_STREAMS = 4;
    /** Of each sender of the storm, so that it is not the machine's connections that are measured. */
    private static final long STORM_PAUSE_NANOS = 5_000_000;
    private static final int FILES = Load.size(200, 40);

    @TempDir
    Path folder;

    private final List<Socket> idle = new ArrayList<>();
    private GatewayProcess gateway;
    private LoadPartners partners;
    private OpenSsh openSsh;
    private Path key;
    private int sshPort;

    @BeforeEach
    void open() throws Exception {
        key = folder.resolve("key");
        String publicKey = OpenSsh.makeKey(key, "ed25519");
        sshPort = GatewayProcess.freePort();
        openSsh = new OpenSsh(folder, sshPort);
        Path file = LoadPartners.file(folder, 2, "");
        Files.writeString(file, Files.readString(file).replaceAll("(id: partner-[12],)", "$1 sshKeys: [\"" + publicKey + "\"],"));
        gateway = GatewayProcess.embedded(folder, LOG, "payers: []\n", """
                intake: {sftp: {port: %d, hostKeyFile: '%s', connectionsMax: %d, authSecondsMax: %d,
                  streamsMax: %d, streamsPerPartnerMax: %5$d}}
                """.formatted(sshPort, folder.resolve("host_key"), SSH_CONNECTIONS, LOGIN_SECONDS, SSH_STREAMS),
                ", partners: '" + file + "'").jvm("-Xmx512m").with("CLAIMGATE_HTTP_HEAD_SECONDS_MAX", HEAD_SECONDS);
        partners = new LoadPartners(gateway);
        gateway.start();
        send(new Latencies());
    }

    @AfterEach
    void close() throws Exception {
        for (Socket socket : idle) {
            socket.close();
        }
        partners.close();
        gateway.close();
    }

    private void send(Latencies latencies) {
        partners.line(2, 1).sendSlowly(FILES, 10, latencies).await();
    }

    @Test
    void shouldServeAPartnerBesideHeadsThatNeverEnd() throws Exception {
        Latencies alone = new Latencies();
        send(alone);
        int connections = Load.size(2000, 200);
        for (int i = 0; i < connections; i++) {
            idle.add(begun(gateway.api("/").getPort(), "POST /v1/interchanges HTTP/1.1\r\nX-Slow: "));
        }
        Latencies beside = new Latencies();
        send(beside);
        assertThat(beside.count(200)).as("%s", beside).isEqualTo(FILES);
        for (Socket socket : idle) {
            assertThat(socket.getInputStream().read()).as("cut off").isEqualTo(-1);
        }
        Load.figure("%d connections whose heads never end, cut off after %d s; a partner alone: %s; beside them: %s", connections,
                HEAD_SECONDS, alone, beside);
    }

    @Test
    void shouldLetAPartnerLogInBesideConnectionsThatNeverDo() throws Exception {
        int connections = Load.size(1000, 200);
        for (int i = 0; i < connections; i++) {
            idle.add(begun(sshPort, "SSH-2.0-"));
        }
        Files.write(folder.resolve("small.edi"), partners.file(1));
        Load.figure("%d SSH connections that never log in, where %d are allowed: a partner logs in and his file is kept in %.1f s",
                connections, SSH_CONNECTIONS, seconds(() -> openSsh.sftp("partner-1", key, "put small.edi inbox/")));
    }

    @Test
    void shouldKeepAPartnersFilesBesideLargeUploadsThatStall() throws Exception {
        Files.write(folder.resolve("small.edi"), partners.file(1));
        Files.write(folder.resolve("large.edi"), new byte[10_000_000]);
        try (StalledUploads stalled = new StalledUploads(sshPort)) {
            for (int i = 0; i < 2 * SSH_STREAMS; i++) {
                stalled.begin("partner-2", key, "stalled-" + i + ".edi");
            }
            double small = seconds(() -> openSsh.sftp("partner-1", key, "put small.edi inbox/"));
            double large = seconds(() -> openSsh.sftp("partner-1", key, "put large.edi inbox/"));
            Load.figure("%d large uploads by SFTP that stall, where %d may be under way: a partner beside them has a small file"
                    + " kept in %.1f s, one of 10 MB in %.1f s", 2 * SSH_STREAMS, SSH_STREAMS, small, large);
        }
    }

    private static double seconds(Callable<OpenSsh.Run> run) throws Exception {
        long start = System.nanoTime();
        OpenSsh.Run done = run.call();
        assertThat(done.exitCode()).as(done.output()).isZero();
        return (System.nanoTime() - start) / 1e9;
    }

    @Test
    void shouldServeAPartnerInAStormOfConnections() throws Exception {
        int threads = 8;
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger opened = new AtomicInteger();
        ExecutorService storm = Executors.newFixedThreadPool(threads);
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int port = i % 2 == 0 ? gateway.api("/").getPort() : sshPort;
            ends.add(storm.submit(() -> connectAgainAndAgain(port, opened, over)));
        }
        Latencies beside = new Latencies();
        send(beside);
        over.set(true);
        for (Future<?> end : ends) {
            end.get(30, TimeUnit.SECONDS);
        }
        storm.shutdown();
        assertThat(beside.count(200)).as("%s", beside).isEqualTo(FILES);
        Files.write(folder.resolve("small.edi"), partners.file(1));
        assertThat(openSsh.sftp("partner-1", key, "put small.edi inbox/").exitCode()).as("login after the storm").isZero();
        Load.figure("a storm of %d connections to HTTP and SFTP, opened and closed again: a partner beside it: %s", opened.get(),
                beside);
    }

    private static void connectAgainAndAgain(int port, AtomicInteger opened, AtomicBoolean over) {
        while (!over.get()) {
            try (Socket socket = begun(port, "\r\n")) {
                opened.incrementAndGet();
            } catch (IOException refused) {
                // The server may close at once; the storm goes on.
                opened.incrementAndGet();
            }
            LockSupport.parkNanos(STORM_PAUSE_NANOS);
        }
    }

    private static Socket begun(int port, String first) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(first.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
