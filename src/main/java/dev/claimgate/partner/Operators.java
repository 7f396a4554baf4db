package dev.claimgate.partner;

import dev.claimgate.config.Settings;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Who may hold payers and see alerts, found by API key. Immutable. */
public final class Operators {
    public static final Operators NONE = new Operators(List.of());
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final String SHA_256_RIGHT = "the SHA-256 of an API key, 64 digits 0-9a-f, in quotes;"
            + " never the key itself (printf %s \"$KEY\" | sha256sum)";

    private final List<Operator> operators;

    /**
     * One of them.
     *
     * @param id           short name, as the audit trail shows it
     * @param apiKeySha256 SHA-256 of each valid API key, 64 lower-case hex digits
     */
    public record Operator(String id, List<String> apiKeySha256) {
        public Operator {
            apiKeySha256 = List.copyOf(apiKeySha256);
        }
    }

    public Operators(List<Operator> operators) {
        this.operators = List.copyOf(operators);
    }

    /** Reads {@code operators} of {@code conf/gateway.yaml}; faults go to the settings' collector. */
    public static Operators read(Settings root) {
        List<Operator> operators = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> hashes = new HashSet<>();
        for (Settings entry : root.sections("operators")) {
            Operator operator = new Operator(entry.text("id", ID, "2 to 40 of a-z, 0-9 and -"),
                    entry.secrets("apiKeySha256", SHA_256, SHA_256_RIGHT));
            if (!ids.add(operator.id())) {
                entry.fault("id", "is \"" + operator.id() + "\" again, must be unique");
            }
            if (!operator.apiKeySha256().stream().allMatch(hashes::add)) {
                entry.fault("apiKeySha256", "holds a hash that stands elsewhere too, must be a key of its own");
            }
            if (operator.apiKeySha256().isEmpty()) {
                entry.fault("apiKeySha256", "is empty, must hold " + SHA_256_RIGHT);
            }
            entry.done();
            operators.add(operator);
        }
        return new Operators(operators);
    }

    /** The operator who has a key with this hash. */
    Optional<Operator> withHash(String sha256) {
        return operators.stream().filter(operator -> operator.apiKeySha256().contains(sha256)).findFirst();
    }

    /** The operator of an API key. Takes the same time whether and where it is found. */
    public Optional<Operator> byApiKey(String key) {
        byte[] presented = ApiKeys.digest(key);
        Operator found = null;
        for (Operator operator : operators) {
            for (String hash : operator.apiKeySha256()) {
                if (MessageDigest.isEqual(HexFormat.of().parseHex(hash), presented)) {
                    found = operator;
                }
            }
        }
        return Optional.ofNullable(found);
    }
}
