package dev.claimgate.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshKeyTest {
    private static final String ED25519 = line("ssh-ed25519", new byte[32]);

    private static String line(String type, byte[]... fields) {
        ByteBuffer bytes = ByteBuffer.allocate(2000);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        bytes.putInt(name.length).put(name);
        for (byte[] field : fields) {
            bytes.putInt(field.length).put(field);
        }
        byte[] all = new byte[bytes.position()];
        bytes.flip().get(all);
        return type + " " + Base64.getEncoder().encodeToString(all);
    }

    private static byte[] modulus(int bits) {
        byte[] modulus = new byte[bits / 8 + 1];
        modulus[1] = (byte) 0x80;
        return modulus;
    }

    @Test
    void shouldBeTheSameKeyWhateverItsComment() {
        assertThat(SshKey.parse(ED25519 + " claims@northside now and then")).isPresent()
                .isEqualTo(SshKey.parse("  " + ED25519 + "\n"));
    }

    @Test
    void shouldTakeRsaKeysFrom2048Bits() {
        assertThat(SshKey.parse(line("ssh-rsa", new byte[] {1, 0, 1}, modulus(2048)))).isPresent();
        assertThat(SshKey.parse(line("ssh-rsa", new byte[] {1, 0, 1}, modulus(1024)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ssh-ed25519", "ssh-ed25519 AAAA", "ssh-ed25519 not!base64", "ssh-dss AAAAB3NzaC1kc3M=",
        "command=\"id\" ssh-ed25519 AAAA", "-----BEGIN OPENSSH PRIVATE KEY-----", "ssh-ed25519 /////w=="})
    void shouldTakeNothingElse(String line) {
        assertThat(SshKey.parse(line)).isEmpty();
        assertThat(SshKey.parse(ED25519.replace("ssh-ed25519 ", "ssh-rsa "))).as("of another type").isEmpty();
    }
}
