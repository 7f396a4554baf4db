package dev.claimgate;

import static dev.claimgate.GatewayProcess.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.OpenSsh.Run;
import dev.claimgate.store.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole gateway as partners see it who use OpenSSH's own programs; they must be on this machine. */
class OpenSshIT {
    private static final Path ROOM = Path.of("target", "openssh-it").toAbsolutePath();
    private static final Path NORTHSIDE = ROOM.resolve("northside");
    private static final Path NEXT = ROOM.resolve("northside-next");
    private static final Path LAKEVIEW = ROOM.resolve("lakeview");
    private static final Path PARTNERS = ROOM.resolve("partners.yaml");
    private static final Path HOST_KEY = ROOM.resolve("host_key");

    @Order(1)
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @Order(2)
    @RegisterExtension
    static final RunningGateway gateway = new RunningGateway(database, prepared());

    @TempDir
    Path folder;

    private OpenSsh openSsh;

    private static Map<String, String> prepared() {
        try {
            GatewayProcess.deleteTree(ROOM);
            Files.createDirectories(ROOM);
            String lakeview = OpenSsh.makeKey(LAKEVIEW, "rsa");
            OpenSsh.makeKey(NEXT, "ecdsa");
            writePartners(OpenSsh.makeKey(NORTHSIDE, "ed25519"), lakeview);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("OpenSSH's programs are needed for this test (Debian: apt install openssh-client)", e);
        }
        return Map.of("CLAIMGATE_PATHS_PARTNERS", PARTNERS.toString(), "CLAIMGATE_PARTNERS_RELOAD_MILLIS", "100",
                "CLAIMGATE_INTAKE_SFTP_HOST_KEY_FILE", HOST_KEY.toString());
    }

    private static void writePartners(String northsideKeys, String lakeviewKeys) throws IOException {
        Files.writeString(PARTNERS, """
                partners:
                  - {id: northside, name: Northside, sshKeys: ["%s"]}
                  - {id: lakeview, name: Lakeview, sshKeys: ["%s"]}
                """.formatted(northsideKeys, lakeviewKeys));
    }

    @BeforeEach
    void open() throws Exception {
        openSsh = new OpenSsh(folder, gateway.sftpPort());
        database.clear();
        Files.writeString(folder.resolve("claims.edi"), RunningGateway.file(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void shouldTakeAFileAndHandItsAcknowledgementsOutUntilTheyAreRemoved() throws Exception {
        Run put = openSsh.sftp("northside", NORTHSIDE, "put claims.edi inbox/", "ls -l inbox");
        assertThat(put.output()).doesNotContain("inbox/claims.edi:", "Couldn't");
        assertThat(put.exitCode()).isZero();

        await("acknowledgements", 30, () -> listed("ls outbox").contains("_277CA_"));
        assertThat(listed("ls -l archive")).containsPattern("-r--r--r-- .* VALIDATED .*Z_[0-9a-f]{8}_VALIDATED_claims.edi");
        Run get = openSsh.sftp("northside", NORTHSIDE, "get outbox/* .", "get archive/*_claims.edi sent.edi", "rm outbox/*",
                "ls outbox");

        assertThat(get.exitCode()).as(get.output()).isZero();
        assertThat(folder.resolve("sent.edi")).hasSameBinaryContentAs(folder.resolve("claims.edi"));
        assertThat(folder.toFile().list()).anyMatch(name -> name.matches("claims_999_[0-9]{9}\\.edi"))
                .anyMatch(name -> name.matches("claims_277CA_[0-9]{9}\\.edi"));
        assertThat(listed("ls outbox").lines()).noneMatch(line -> line.contains(".edi"));
        assertThat(audited()).contains("file-received", "acknowledgements-read", "file-read", "acknowledgement-removed");
    }

    private static Set<String> audited() throws SQLException {
        Set<String> actions = new HashSet<>();
        try (Connection connection = database.connect(); ResultSet rows = connection.createStatement().executeQuery(
                "select action from audit_event where partner_id = 'northside' and actor = 'SFTP'")) {
            while (rows.next()) {
                actions.add(rows.getString(1));
            }
        }
        return actions;
    }

    @Test
    void shouldTakeAFileThatIsRenamedWhenItIsWhole() throws Exception {
        Run put = openSsh.sftp("northside", NORTHSIDE, "put claims.edi inbox/claims.edi.filepart", "ls inbox",
                "rename inbox/claims.edi.filepart inbox/claims.edi", "-ls inbox/claims.edi.filepart");

        assertThat(put.exitCode()).as(put.output()).isZero();
        assertThat(put.output()).contains("inbox/claims.edi.filepart", "not found");
        await("acknowledgements", 30, () -> listed("ls outbox").contains("claims_277CA_"));
    }

    @Test
    void shouldShowAPartnerNothingOfAnother() throws Exception {
        openSsh.sftp("northside", NORTHSIDE, "put claims.edi inbox/", "put claims.edi inbox/waiting.tmp");
        await("acknowledgements", 30, () -> listed("ls outbox").contains("_277CA_"));
        String archived = listed("ls archive").lines().filter(line -> line.startsWith("archive/")).findFirst().orElseThrow();

        Run other = openSsh.sftp("lakeview", LAKEVIEW, "ls inbox", "ls outbox", "ls archive", "-get " + archived,
                "-rm inbox/waiting.tmp");

        assertThat(other.exitCode()).as(other.output()).isZero();
        assertThat(other.output()).doesNotContain("claims_", "Fetching").contains("not found");
    }

    @Test
    void shouldRefuseWrongKeysShellsCommandsAndForwarding() throws Exception {
        assertThat(openSsh.sftp("northside", LAKEVIEW, "ls").output()).contains("Permission denied (publickey)");
        assertThat(openSsh.ssh("northside", NORTHSIDE, "id")).satisfies(refused -> {
            assertThat(refused.exitCode()).isNotZero();
            assertThat(refused.output()).contains("exec request failed").doesNotContain("uid=");
        });
        assertThat(openSsh.ssh("northside", NORTHSIDE, "-T")).satisfies(refused -> {
            assertThat(refused.exitCode()).isNotZero();
            assertThat(refused.output()).contains("shell request failed");
        });
        assertThat(openSsh.ssh("northside", NORTHSIDE, "-s", "netconf").output()).contains("subsystem request failed");
        assertThat(openSsh.ssh("northside", NORTHSIDE, "-W", "127.0.0.1:" + gateway.port())).satisfies(refused -> {
            assertThat(refused.exitCode()).isNotZero();
            assertThat(refused.output()).contains("open failed");
        });
        assertThat(openSsh.ssh("northside", NORTHSIDE, "-N", "-o", "ExitOnForwardFailure=yes", "-R",
                "0:127.0.0.1:" + gateway.port()).exitCode()).isNotZero();
    }

    @Test
    void shouldRotateKeysWithoutARestartAndKeepThemWhenTheNewFileIsWrong() throws Exception {
        String old = Files.readString(PARTNERS);
        String lakeview = Files.readString(ROOM.resolve("lakeview.pub")).strip();
        try {
            writePartners(Files.readString(ROOM.resolve("northside-next.pub")).strip(), lakeview);
            await("new key", 30, () -> exitCode(NEXT) == 0);
            assertThat(exitCode(NORTHSIDE)).isNotZero();

            writePartners("ssh-ed25519 AAAAnokey", lakeview);
            await("fault", 30, () -> gateway.log().stream().anyMatch(line -> line.contains("partners[0].sshKeys")));
            assertThat(exitCode(NEXT)).isZero();
        } finally {
            Files.writeString(PARTNERS, old);
            await("old key", 30, () -> exitCode(NORTHSIDE) == 0);
            gateway.forgive();
        }
    }

    private int exitCode(Path key) {
        try {
            return openSsh.sftp("northside", key, "ls").exitCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldBeKnownByAHostKeyThatOnlyItsOwnerReads() throws Exception {
        assertThat(openSsh.sftp("northside", NORTHSIDE, "ls").exitCode()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(HOST_KEY))).isEqualTo("rw-------");
        Path known = folder.resolve("known_hosts");
        assertThat(Files.readString(known)).contains("ssh-ed25519 ");

        Files.writeString(known, Files.readString(known).replaceAll("ssh-ed25519 .*",
                Files.readString(ROOM.resolve("northside-next.pub")).strip()));
        assertThat(openSsh.sftp("northside", NORTHSIDE, "ls").output()).containsIgnoringCase("host key");
        Files.writeString(known, "");
    }

    private String listed(String command) {
        try {
            return openSsh.sftp("northside", NORTHSIDE, command).output();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
