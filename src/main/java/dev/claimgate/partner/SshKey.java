package dev.claimgate.partner;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * A public key for SSH as it stands in {@code authorized_keys} and {@code .pub} files, without its comment (RFC 4253, 6.6).
 *
 * @param type such as {@code ssh-ed25519}
 * @param key  the rest, base64
 */
public record SshKey(String type, String key) {
    /** What {@link #parse} takes, for error texts. */
    static final String RIGHT = "a public key on one line, as a .pub file has it: ssh-ed25519, ecdsa-sha2-nistp256, -384 or"
            + " -521, sk-ssh-ed25519@openssh.com, or ssh-rsa of at least 2048 bits";

    private static final Set<String> TYPES = Set.of("ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384",
            "ecdsa-sha2-nistp521", "sk-ssh-ed25519@openssh.com", "ssh-rsa");
    private static final int RSA_BYTES_MIN = 256;

    /** A line such as {@code ssh-ed25519 AAAA... name@host}; empty if it is none of the keys we take. */
    public static Optional<SshKey> parse(String line) {
        String[] parts = line.strip().split("\\s+", 3);
        if (parts.length < 2 || !TYPES.contains(parts[0])) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(parts[1]));
            boolean fits = parts[0].equals(new String(field(bytes), StandardCharsets.US_ASCII)) && strong(parts[0], bytes);
            return fits ? Optional.of(new SshKey(parts[0], parts[1])) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean strong(String type, ByteBuffer rest) {
        if (!type.equals("ssh-rsa")) {
            return field(rest).length >= 8;
        }
        field(rest);
        byte[] modulus = field(rest);
        int zeros = modulus.length > 0 && modulus[0] == 0 ? 1 : 0;
        return modulus.length - zeros >= RSA_BYTES_MIN;
    }

    private static byte[] field(ByteBuffer bytes) {
        if (bytes.remaining() < 4) {
            throw new IllegalArgumentException("the key ends early");
        }
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw new IllegalArgumentException("the key ends early");
        }
        byte[] field = new byte[length];
        bytes.get(field);
        return field;
    }
}
