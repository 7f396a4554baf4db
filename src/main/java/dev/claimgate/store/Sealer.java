package dev.claimgate.store;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the raw bytes of files, acknowledgements and payers' messages, and what is kept of claims for later ones, before they
 * go into the database: AES-256-GCM (NIST SP
 * 800-38D), a random nonce of 96 bits before, the tag of 128 bits behind, the purpose authenticated with them. The first key
 * seals, every key opens. Without keys all stands as it is; what stands so can be read later, too. Safe for all threads.
 */
public final class Sealer {
    /** Nothing is sealed. */
    public static final Sealer NONE = new Sealer(List.of());
    /** What sealed bytes are longer than plain ones. */
    static final int OVERHEAD_BYTES = 28;
    /** Length of a key. */
    public static final int KEY_BYTES = 32;

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What is sealed; bytes of one purpose cannot be passed off as those of another. */
    enum Purpose { FILE, ACKNOWLEDGEMENT, OUTBOUND, REPLY, HISTORY, PATIENT_SECRET }

    /**
     * @param id     known by it in the database
     * @param secret {@value #KEY_BYTES} bytes
     */
    public record Key(String id, byte[] secret) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final String first;

    /** @param keys the one that seals first */
    public Sealer(List<Key> keys) {
        for (Key key : keys) {
            if (key.secret().length != KEY_BYTES) {
                throw new IllegalArgumentException("key " + key.id() + " has " + key.secret().length + " bytes, must have "
                        + KEY_BYTES);
            }
            this.keys.put(key.id(), new SecretKeySpec(key.secret(), "AES"));
        }
        this.first = keys.isEmpty() ? null : keys.get(0).id();
        // Its first use loads classes for a while, which no event loop should wait for.
        open(Purpose.FILE, seal(Purpose.FILE, Buffer.buffer()), first);
    }

    /** The id of the key that seals, as it stands in a row: null where nothing is sealed. */
    String keyId() {
        return first;
    }

    Buffer seal(Purpose purpose, Buffer plain) {
        if (first == null) {
            return plain;
        }
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, first, purpose, nonce, plain.getBytes());
        return Buffer.buffer(NONCE_BYTES + sealed.length).appendBytes(nonce).appendBytes(sealed);
    }

    /**
     * @param keyId as it stands in the row, null where the bytes are not sealed
     * @throws DatabaseException if the key is not configured or the bytes were changed
     */
    Buffer open(Purpose purpose, Buffer stored, String keyId) {
        if (keyId == null) {
            return stored;
        }
        if (!keys.containsKey(keyId)) {
            throw new DatabaseException("database.encryption: the key " + keyId
                    + " is not configured, must stand among the keys as long as anything is sealed with it");
        }
        byte[] bytes = stored.getBytes();
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        return Buffer.buffer(run(Cipher.DECRYPT_MODE, keyId, purpose, nonce,
                Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length)));
    }

    private byte[] run(int mode, String keyId, Purpose purpose, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, keys.get(keyId), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.name().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new DatabaseException("stored bytes do not open with the key " + keyId + ": they were changed, or the key is"
                    + " another one than they were sealed with", e);
        }
    }
}
