package dev.claimgate.partner;

import dev.claimgate.config.ConfigException;
import dev.claimgate.config.Faults;
import dev.claimgate.config.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Where the partners stand on disk: what people write, and beside it the keys that {@code ./claimgate partners} made.
 *
 * @param home     relative paths start here, and faults name files from here
 * @param partners such as {@code conf/partners.yaml}, absolute
 * @param keys     such as {@code conf/partner-keys.yaml}, absolute; need not exist
 * @param beside   what they have to fit
 */
public record PartnerFiles(Path home, Path partners, Path keys, Surroundings beside) {

    /** Where there is neither an operator nor another format. */
    public PartnerFiles(Path home, Path partners, Path keys) {
        this(home, partners, keys, Surroundings.NONE);
    }

    PartnerFiles withPartners(Path others) {
        return new PartnerFiles(home, others, keys, beside);
    }

    PartnerFiles withKeys(Path others) {
        return new PartnerFiles(home, partners, others, beside);
    }

    /**
     * Reads both files alone. Blocks.
     *
     * @throws ConfigException with every fault
     */
    public PartnerDirectory read() {
        Faults faults = new Faults();
        PartnerDirectory directory = read(new YamlFile(home, Map.of(), faults));
        faults.throwIfAny();
        return directory;
    }

    /** Reads both files; faults go to the collector of {@code yaml}. */
    public PartnerDirectory read(YamlFile yaml) {
        MadeKeys made = Files.exists(keys) ? MadeKeys.read(yaml.read(keys)) : MadeKeys.NONE;
        return PartnerDirectory.read(yaml.read(partners), made, home, beside);
    }

    /** A text that is another one when a byte of the files is another one. Blocks. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : new Path[] {partners, keys}) {
                digest.update(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            return "cannot be read: " + e.getClass().getSimpleName();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
