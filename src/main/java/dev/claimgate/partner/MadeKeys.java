package dev.claimgate.partner;

import dev.claimgate.config.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The API keys that {@code ./claimgate partners key add} made, as {@code conf/partner-keys.yaml} holds them. A program writes
 * that file, so that the one people write keeps its comments.
 */
public record MadeKeys(List<MadeKey> keys) {
    public static final MadeKeys NONE = new MadeKeys(List.of());
    private static final Pattern PARTNER = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /**
     * @param partnerId whose it is
     * @param sha256    of the key, 64 lower-case hex digits
     * @param madeOn    day it was made, {@code yyyy-mm-dd}
     */
    public record MadeKey(String partnerId, String sha256, String madeOn) {
    }

    public MadeKeys {
        keys = List.copyOf(keys);
    }

    /** Reads the file; faults go to the settings' collector. */
    public static MadeKeys read(Settings file) {
        List<MadeKey> keys = new ArrayList<>();
        for (Settings entry : file.sections("keys")) {
            keys.add(new MadeKey(entry.text("partner", PARTNER, "the id of a partner"),
                    entry.secret("sha256", SHA_256, "the SHA-256 of an API key, 64 digits 0-9a-f, in quotes").orElse(""),
                    entry.text("madeOn", DAY, "a day, \"yyyy-mm-dd\"")));
            entry.done();
        }
        file.done();
        return new MadeKeys(keys.stream().filter(key -> !key.sha256().isEmpty()).toList());
    }

    /** The hashes of a partner's keys. */
    List<String> of(String partnerId) {
        return keys.stream().filter(key -> key.partnerId().equals(partnerId)).map(MadeKey::sha256).toList();
    }

    /** The file's text. */
    public String toYaml() {
        StringBuilder text = new StringBuilder("# API keys made by ./claimgate partners key add. Only their hashes stand here.\n")
                .append(keys.isEmpty() ? "keys: []\n" : "keys:\n");
        for (MadeKey key : keys) {
            text.append("  - partner: ").append(key.partnerId()).append("\n    madeOn: \"").append(key.madeOn())
                    .append("\"\n    sha256: \"").append(key.sha256()).append("\"\n");
        }
        return text.toString();
    }
}
