package dev.claimgate.partner;

import dev.claimgate.config.ConfigException;
import dev.claimgate.config.Faults;
import dev.claimgate.config.YamlFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Changes the partners' files as an operator asks for it. A file is replaced as a whole or not at all, and only by one that
 * reads without faults; a lock file keeps two changes at a time apart. A running gateway takes the change up by itself.
 */
public final class PartnerBook {
    private final PartnerFiles files;

    /** @param files both absolute */
    public PartnerBook(PartnerFiles files) {
        this.files = files;
    }

    private interface Change<T> {
        T apply() throws IOException;
    }

    /**
     * Adds a partner at the end of the file that people write; all else there stays as it is.
     *
     * @throws ConfigException if id or name are not right or the file cannot take an entry at its end
     */
    public void addPartner(String id, String name) throws IOException {
        locked(() -> {
            String text = Files.readString(files.partners());
            String entry = "\n  - id: " + id + "\n    name: \"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n";
            PartnerDirectory before = files.read();
            if (before.byId(id).isPresent()) {
                throw fault(id + " is the id of a partner already, must be a new one");
            }
            replace(files.partners(), text.stripTrailing() + "\n" + entry, files::withPartners);
            return id;
        });
    }

    /**
     * Makes a key.
     *
     * @return the key itself, which is kept nowhere
     */
    public String addKey(String partnerId, LocalDate today, SecureRandom random) throws IOException {
        return locked(() -> {
            if (files.read().byId(partnerId).isEmpty()) {
                throw fault("no partner is called " + partnerId + ", must be one of ./claimgate partners list");
            }
            String key = ApiKeys.make(random);
            List<MadeKeys.MadeKey> keys = new ArrayList<>(made().keys());
            keys.add(new MadeKeys.MadeKey(partnerId, ApiKeys.hash(key), today.toString()));
            write(keys);
            return key;
        });
    }

    /** Revokes a key by its id. */
    public void revokeKey(String partnerId, String keyId) throws IOException {
        locked(() -> {
            List<MadeKeys.MadeKey> keys = new ArrayList<>(made().keys());
            boolean known = keys.removeIf(key -> key.partnerId().equals(partnerId) && ApiKeys.id(key.sha256()).equals(keyId));
            if (!known) {
                boolean byHand = files.read().byId(partnerId).stream().flatMap(partner -> partner.apiKeySha256().stream())
                        .anyMatch(hash -> ApiKeys.id(hash).equals(keyId));
                throw fault(byHand ? "key " + keyId + " was written there by hand, must be taken out of apiKeySha256 by hand"
                        : partnerId + " has no key " + keyId + ", must be one of ./claimgate partners list");
            }
            write(keys);
            return keyId;
        });
    }

    private MadeKeys made() {
        if (!Files.exists(files.keys())) {
            return MadeKeys.NONE;
        }
        Faults faults = new Faults();
        MadeKeys made = MadeKeys.read(new YamlFile(files.home(), Map.of(), faults).read(files.keys()));
        faults.throwIfAny();
        return made;
    }

    private void write(List<MadeKeys.MadeKey> keys) throws IOException {
        replace(files.keys(), new MadeKeys(keys).toYaml(), files::withKeys);
    }

    private interface Candidate {
        PartnerFiles with(Path file);
    }

    private static void replace(Path file, String text, Candidate candidate) throws IOException {
        Path next = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
        try {
            Files.writeString(next, text);
            candidate.with(next).read();
            if (Files.exists(file)) {
                Files.setPosixFilePermissions(next, Files.getPosixFilePermissions(file));
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private <T> T locked(Change<T> change) throws IOException {
        Path lock = files.keys().resolveSibling(files.keys().getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            return change.apply();
        }
    }

    private ConfigException fault(String text) {
        Path file = files.partners();
        Path shown = file.startsWith(files.home()) ? files.home().relativize(file) : file;
        return new ConfigException(List.of(shown + ": " + text));
    }
}
