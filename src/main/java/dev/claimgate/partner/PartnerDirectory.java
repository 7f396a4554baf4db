package dev.claimgate.partner;

import dev.claimgate.config.Settings;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** All trading partners, found by API key or id. Immutable. */
public final class PartnerDirectory {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    private static final Pattern LINE = Pattern.compile(".{1,4000}");
    private static final Pattern NAME = Pattern.compile(".{1,60}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final String SHA_256_RIGHT = "the SHA-256 of an API key, 64 digits 0-9a-f, in quotes;"
            + " never the key itself (printf %s \"$KEY\" | sha256sum)";

    private final List<Partner> partners;
    private final List<Key> keys = new ArrayList<>();

    private record Key(byte[] sha256, Partner partner) {
    }

    public PartnerDirectory(List<Partner> partners) {
        this.partners = List.copyOf(partners);
        for (Partner partner : partners) {
            for (String hash : partner.apiKeySha256()) {
                keys.add(new Key(HexFormat.of().parseHex(hash), partner));
            }
        }
    }

    /**
     * Reads {@code conf/partners.yaml}; faults go to the settings' collector.
     *
     * @param home where relative paths of secrets start
     * @param made keys beside those of the file; one of a partner who no longer stands there is of no use to anybody
     * @param beside what the partners have to fit
     */
    public static PartnerDirectory read(Settings file, MadeKeys made, Path home, Surroundings beside) {
        List<Partner> partners = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> hashes = new HashSet<>();
        for (Settings entry : file.sections("partners")) {
            Partner partner = partner(entry, made, home, beside);
            partners.add(partner);
            if (!ids.add(partner.id())) {
                entry.fault("id", "is \"" + partner.id() + "\" again, must be unique");
            }
            for (String hash : partner.apiKeySha256()) {
                if (!hashes.add(hash)) {
                    entry.fault("apiKeySha256", "holds a hash that stands elsewhere too, must be a key of its own");
                }
                beside.operators().withHash(hash).ifPresent(operator -> entry.fault("apiKeySha256",
                        "holds a hash that operator " + operator.id() + " has too, must be a key of its own"));
            }
        }
        file.done();
        return new PartnerDirectory(partners);
    }

    /**
     * The partner of an API key. Takes the same time whether and where it is found, so that nobody can feel his way to a key.
     *
     * @param key as presented, without {@code Bearer}
     */
    public Optional<Partner> byApiKey(String key) {
        byte[] presented = ApiKeys.digest(key);
        Partner found = null;
        for (Key known : keys) {
            if (MessageDigest.isEqual(known.sha256, presented)) {
                found = known.partner;
            }
        }
        return Optional.ofNullable(found);
    }

    public Optional<Partner> byId(String id) {
        return partners.stream().filter(partner -> partner.id().equals(id)).findFirst();
    }

    public List<Partner> all() {
        return partners;
    }

    private static Partner partner(Settings entry, MadeKeys made, Path home, Surroundings beside) {
        List<InterchangeId> senders = new ArrayList<>();
        for (Settings sender : entry.sections("senders")) {
            senders.add(InterchangeIds.read(sender));
        }
        String id = entry.text("id", ID, "2 to 40 of a-z, 0-9 and -");
        List<String> hashes = new ArrayList<>(entry.secrets("apiKeySha256", SHA_256, SHA_256_RIGHT));
        hashes.addAll(made.of(id));
        Partner partner = new Partner(
                id,
                entry.text("name", NAME, "1 to 60 characters"),
                senders,
                hashes,
                PartnerProfile.read(entry, beside.formats()),
                AcknowledgementWays.read(entry.section("acknowledgements")),
                PartnerAccess.read(entry),
                Webhook.read(entry, home),
                sshKeys(entry));
        entry.done();
        return partner;
    }

    private static List<SshKey> sshKeys(Settings entry) {
        List<SshKey> keys = new ArrayList<>();
        for (String line : entry.texts("sshKeys", LINE, SshKey.RIGHT)) {
            SshKey.parse(line).ifPresentOrElse(keys::add,
                    () -> entry.fault("sshKeys", "holds a line that is no key we take, must be " + SshKey.RIGHT));
        }
        return keys;
    }
}
