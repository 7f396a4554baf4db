package dev.claimgate.partner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * API keys: 256 random bits, so that a plain SHA-256 of one is as good as no hint at it. A key is known by the first
 * {@value #ID_DIGITS} hex digits of its hash; that id may be shown and logged.
 */
public final class ApiKeys {
    /** What every made key begins with, so that scanners for leaked secrets can know it. */
    public static final String PREFIX = "cgk_";
    private static final int ID_DIGITS = 12;
    private static final int BYTES = 32;

    private ApiKeys() {
    }

    /** A new key; show it once and keep only its hash. */
    public static String make(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Its SHA-256, 64 lower-case hex digits. */
    public static String hash(String key) {
        return HexFormat.of().formatHex(digest(key));
    }

    static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @param hash 64 hex digits */
    public static String id(String hash) {
        return hash.substring(0, ID_DIGITS);
    }
}
