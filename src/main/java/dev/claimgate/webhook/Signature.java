package dev.claimgate.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a call: {@code t=SECONDS,v1=HEX}, where HEX is the HMAC-SHA256 (RFC 2104) with the shared secret over the seconds since
 * 1970, a dot, and the body. Who checks it refuses times more than a few minutes off, so that no call can be played again.
 */
final class Signature {
    static final String HEADER = "Claimgate-Signature";
    /** Shorter secrets could be guessed. */
    static final int SECRET_BYTES_MIN = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {
    }

    static String of(byte[] secret, Instant now, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update((now.getEpochSecond() + ".").getBytes(StandardCharsets.US_ASCII));
            return "t=" + now.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
