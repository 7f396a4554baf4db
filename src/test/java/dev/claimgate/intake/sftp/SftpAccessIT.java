package dev.claimgate.intake.sftp;

import static dev.claimgate.intake.sftp.SftpUploadIT.assertStatus;
import static dev.claimgate.intake.sftp.SftpUploadIT.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.TestVertx;
import dev.claimgate.partner.PartnerDirectory;
import dev.claimgate.store.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in by SFTP, and that there is nothing to be had but his own three folders. */
class SftpAccessIT {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @RegisterExtension
    static final TestVertx vertx = new TestVertx();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private SftpRoom room;

    @AfterEach
    void close() throws Exception {
        room.close();
        database.clear();
    }

    private void open(String settings) throws IOException {
        room = new SftpRoom(vertx, database, folder, settings);
    }

    @Test
    void shouldLetInNobodyWithoutAKeyOfThatPartner() throws Exception {
        open("");
        assertThatThrownBy(() -> room.login(SftpRoom.NORTH, SftpRoom.LAKE_KEY)).isInstanceOf(SshException.class);
        assertThatThrownBy(() -> room.login("nobody", SftpRoom.NORTH_KEY)).isInstanceOf(SshException.class);
        assertThatThrownBy(() -> room.login("root", SftpRoom.key())).isInstanceOf(SshException.class);
        assertThat(room.refused("login")).isEqualTo(3);
        ClientSession session = room.connect(SftpRoom.NORTH);
        session.addPasswordIdentity("secret");
        assertThatThrownBy(() -> session.auth().verify(PATIENCE)).isInstanceOf(SshException.class);
    }

    @Test
    void shouldTakeSeveralKeysAndEndSessionsWhoseKeyIsTakenAway() throws Exception {
        open("");
        KeyPair next = SftpRoom.key();
        replaceKeysOfNorth(SftpRoom.NORTH_KEY, next);
        try (SftpClient old = room.north(); SftpClient young = room.sftp(SftpRoom.NORTH, next)) {
            assertThat(names(old, "/")).containsExactlyInAnyOrder("inbox", "outbox", "archive");

            replaceKeysOfNorth(next);

            assertThat(names(young, "/")).hasSize(3);
            assertThatThrownBy(() -> old.stat("/")).isInstanceOf(IOException.class);
            assertThatThrownBy(room::north).isInstanceOf(SshException.class);
        }
    }

    private void replaceKeysOfNorth(KeyPair... keys) {
        room.partners.replace(new PartnerDirectory(List.of(SftpRoom.partner(SftpRoom.NORTH, keys))));
    }

    @Test
    void shouldKeepTheHostKeyItMade() throws Exception {
        open("");
        room.north().close();
        PublicKey first = room.hostKey.get();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("host_key"))))
                .isEqualTo("rw-------");
        room.close();

        open("");
        room.north().close();
        assertThat(KeyUtils.compareKeys(room.hostKey.get(), first)).isTrue();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("host_key", "sftp.yaml");
    }

    @Test
    void shouldForwardNothing() throws Exception {
        open("");
        try (ClientSession session = room.login(SftpRoom.NORTH, SftpRoom.NORTH_KEY)) {
            ClientChannel tunnel = session.createDirectTcpipChannel(new SshdSocketAddress("127.0.0.1", 0),
                    new SshdSocketAddress("127.0.0.1", room.port()));
            assertThatThrownBy(() -> tunnel.open().verify(PATIENCE)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> session.startRemotePortForwarding(new SshdSocketAddress("127.0.0.1", 0),
                    new SshdSocketAddress("127.0.0.1", room.port()))).isInstanceOf(SshException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "/inbox/../../etc/passwd", "../../../../etc/passwd", "/inbox/x/../../../etc/passwd",
        "/inbox/a/b.edi", "/INBOX/a.edi", "//etc//passwd", "/inbox\\..\\..\\etc\\passwd", "/inbox/a\0b.edi", "~/.ssh/id_rsa",
        "file:///etc/passwd", "/outbox/../archive/nothing", "/archive/20261124T005512Z_12345678_RECEIVED_a.edi",
        "/archive/99999999T999999Z_12345678_RECEIVED_a.edi", "/outbox/a_999_000000001.edi"})
    void shouldFindNothingByTricksInPaths(String path) throws Exception {
        open("");
        try (SftpClient north = room.north()) {
            assertStatus(SftpConstants.SSH_FX_NO_SUCH_FILE, () -> north.stat(path));
            assertThatThrownBy(() -> north.read(path).readAllBytes()).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> north.readDir(path).forEach(entry -> { })).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> north.remove(path)).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a.edi", "/outbox/a.edi", "/archive/a.edi", "/etc/cron.d/a", "/inbox/a/b.edi", "/inbox/a\nb.edi",
        "/inbox/a\\b.edi", "/inbox/a:b.edi", "/inbox/-rf", "/inbox/a*.edi", "/inbox/\u202Eide.edi", "/inbox/..", "/inbox"})
    void shouldLetFilesBeWrittenIntoTheInboxAndUnderPlainNamesOnly(String path) throws Exception {
        open("");
        try (SftpClient north = room.north()) {
            assertThatThrownBy(() -> {
                try (OutputStream out = north.write(path)) {
                    out.write("ISA".getBytes(StandardCharsets.US_ASCII));
                }
            }).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> north.rename("/inbox/a.tmp", path)).isInstanceOf(IOException.class);
            assertThat(names(north, "/inbox")).isEmpty();
        }
    }

    @Test
    void shouldKeepItsFoldersAsTheyAreAndMakeNoLinks() throws Exception {
        open("");
        try (SftpClient north = room.north()) {
            assertStatus(SftpConstants.SSH_FX_PERMISSION_DENIED, () -> north.mkdir("/inbox/sub"));
            assertStatus(SftpConstants.SSH_FX_PERMISSION_DENIED, () -> north.rmdir("/inbox"));
            assertStatus(SftpConstants.SSH_FX_PERMISSION_DENIED, () -> north.remove("/inbox"));
            assertStatus(SftpConstants.SSH_FX_PERMISSION_DENIED, () -> north.rename("/inbox", "/outbox/x"));
            assertStatus(SftpConstants.SSH_FX_OP_UNSUPPORTED, () -> north.symLink("/inbox/link", "/etc/passwd"));
            assertStatus(SftpConstants.SSH_FX_OP_UNSUPPORTED, () -> north.readLink("/inbox/link"));
        }
    }

    @Test
    void shouldHoldConnectionsToTheirLimits() throws Exception {
        open("connectionsPerPartnerMax: 2\nconnectionsMax: 3");
        List<ClientSession> open = new ArrayList<>();
        open.add(room.login(SftpRoom.NORTH, SftpRoom.NORTH_KEY));
        open.add(room.login(SftpRoom.NORTH, SftpRoom.NORTH_KEY));
        assertThatThrownBy(room::north).isInstanceOf(IOException.class);
        SftpRoom.until("room for one more", () -> room.meters.get("claimgate.sftp.connections.open").gauge().value() == 2);
        open.add(room.login(SftpRoom.LAKE, SftpRoom.LAKE_KEY));
        assertThatThrownBy(room::lake).isInstanceOf(IOException.class);
        assertThat(room.refused("connections")).isEqualTo(1);
        for (ClientSession session : open) {
            session.close();
        }
        SftpRoom.until("end of all connections", () -> room.meters.get("claimgate.sftp.connections.open").gauge().value() == 0);
        room.lake().close();
    }

    @Test
    void shouldMakeRoomForAPartnerByClosingWhoHasBeenThereLongestWithoutLoggingIn() throws Exception {
        open("connectionsMax: 2");
        try (Socket oldest = silent(); Socket younger = silent()) {
            room.north().close();
            assertThat(oldest.getInputStream().readAllBytes()).as("to the end of the line").isNotEmpty();
            assertThat(younger.getInputStream().read()).as("still there").isEqualTo('S');
            assertThat(room.refused("connections")).isEqualTo(1);
        }
    }

    /** A client that says nothing. */
    private Socket silent() throws Exception {
        double before = room.meters.get("claimgate.sftp.connections.open").gauge().value();
        Socket socket = new Socket("127.0.0.1", room.port());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        SftpRoom.until("connection", () -> room.meters.get("claimgate.sftp.connections.open").gauge().value() > before);
        return socket;
    }

    @Test
    void shouldCloseAConnectionThatDoesNotLogIn() throws Exception {
        open("authSecondsMax: 1");
        try (Socket silent = silent()) {
            assertThat(silent.getInputStream().readAllBytes()).startsWith("SSH-2.0-claimgate".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void shouldRefuseToReadAndWriteThroughTheWrongHandles() throws Exception {
        open("");
        try (SftpClient north = room.north()) {
            SftpClient.CloseableHandle upload = north.open("/inbox/a.edi", EnumSet.of(OpenMode.Write, OpenMode.Create));
            assertStatus(SftpConstants.SSH_FX_FAILURE, () -> north.read(upload, 0, new byte[10]));
            try (SftpClient.CloseableHandle listing = north.openDir("/inbox")) {
                assertStatus(SftpConstants.SSH_FX_FAILURE, () -> north.write(listing, 0, new byte[10]));
            }
            List<SftpClient.CloseableHandle> many = new ArrayList<>();
            assertThatThrownBy(() -> {
                for (int i = 0; i < 40; i++) {
                    many.add(north.openDir("/"));
                }
            }).hasMessageContaining("more than 32 files and folders");
            assertThat(many).hasSize(31);
        }
    }
}
