package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By what a patient's claims are found again: 64 bits of an HMAC-SHA-256 over sender and patient, so that the database does not
 * tell who it is to one who has no key. The secret stands in the database, sealed where sealing is configured.
 */
final class PatientKeys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final String READ = "select secret, key_id from patient_secret";

    private final SecretKeySpec secret;

    private PatientKeys(Buffer secret) {
        this.secret = new SecretKeySpec(secret.getBytes(), ALGORITHM);
    }

    /** Reads the secret; makes it if there is none yet, and seals it anew if another key seals now. */
    static Future<PatientKeys> read(Pool pool, Sealer sealer) {
        return pool.preparedQuery(READ).execute().compose(rows -> {
            for (Row row : rows) {
                return opened(pool, sealer, row);
            }
            byte[] made = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(made);
            return pool.preparedQuery("insert into patient_secret (secret, key_id) values ($1, $2) on conflict do nothing")
                    .execute(sealed(sealer, Buffer.buffer(made)))
                    .compose(done -> pool.preparedQuery(READ).execute())
                    .compose(kept -> opened(pool, sealer, kept.iterator().next()));
        });
    }

    private static Future<PatientKeys> opened(Pool pool, Sealer sealer, Row row) {
        String keyId = row.getString(1);
        Buffer plain = sealer.open(Sealer.Purpose.PATIENT_SECRET, row.getBuffer(0), keyId);
        PatientKeys keys = new PatientKeys(plain);
        if (sealer.keyId() == null || sealer.keyId().equals(keyId)) {
            return Future.succeededFuture(keys);
        }
        return pool.preparedQuery("update patient_secret set secret = $1, key_id = $2").execute(sealed(sealer, plain)).map(keys);
    }

    private static Tuple sealed(Sealer sealer, Buffer plain) {
        return Tuple.of(sealer.seal(Sealer.Purpose.PATIENT_SECRET, plain), sealer.keyId());
    }

    /** For one thread. */
    Hash hash(String partnerId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return new Hash(mac, partnerId.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Keys of the patients of one partner. */
    record Hash(Mac mac, byte[] partnerId) {
        private static final byte SEPARATOR = 0;

        long of(String identity) {
            mac.update(partnerId);
            mac.update(SEPARATOR);
            return ByteBuffer.wrap(mac.doFinal(identity.getBytes(StandardCharsets.ISO_8859_1))).getLong();
        }
    }
}
