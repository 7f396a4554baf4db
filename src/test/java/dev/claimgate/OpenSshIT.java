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
import java.util.Map;
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
    }

    private String listed(String command) {
        try {
            return openSsh.sftp("northside", NORTHSIDE, command).output();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
