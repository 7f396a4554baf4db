package dev.claimgate;

import dev.claimgate.config.Settings;
import dev.claimgate.partner.SecretReference;
import dev.claimgate.store.Sealer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code database.encryption}: where each key is, and from there the key. */
final class EncryptionKeys {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private EncryptionKeys() {
    }

    /** Faults go to the settings' collector; none repeats a secret. */
    static Sealer read(Settings section, Path home, Map<String, String> environment) {
        List<Sealer.Key> keys = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Settings entry : section.sections("keys")) {
            String id = entry.text("id", ID, "1 to 40 letters, digits, dots and dashes");
            Optional<SecretReference> reference = SecretReference.read(entry, "secret", home);
            entry.done();
            if (!ids.add(id)) {
                entry.fault("id", "is \"" + id + "\" again, must be unique");
            }
            Optional<byte[]> secret = reference.flatMap(named -> named.read(environment)).flatMap(EncryptionKeys::decoded);
            if (secret.isPresent()) {
                keys.add(new Sealer.Key(id, secret.get()));
            } else if (reference.isPresent()) {
                entry.fault("secret", "names nothing that is a key, " + reference.get().text() + " must hold " + Sealer.KEY_BYTES
                        + " bytes in base64 (openssl rand -base64 32)");
            }
        }
        section.done();
        return keys.isEmpty() ? Sealer.NONE : new Sealer(keys);
    }

    private static Optional<byte[]> decoded(byte[] text) {
        try {
            byte[] key = Base64.getDecoder().decode(new String(text, StandardCharsets.US_ASCII));
            return key.length == Sealer.KEY_BYTES ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
