package dev.claimgate.partner;

import dev.claimgate.config.Settings;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How a partner may come in over HTTP.
 *
 * @param certificateSha256 SHA-256 of the client certificates (DER) one of which he must show beside his key, 64 lower-case
 *                          hex digits; empty asks for none
 * @param requestsPerSecond more are refused with 429, 1 to 100,000
 * @param requestsMax       at the same time, more are refused with 429, 1 to 10,000
 */
public record PartnerAccess(Set<String> certificateSha256, int requestsPerSecond, int requestsMax) {
    public static final PartnerAccess USUAL = new PartnerAccess(Set.of(), 100, 50);
    private static final Pattern FINGERPRINT = Pattern.compile("(?:[0-9A-Fa-f]{2}:?){32}");

    public PartnerAccess {
        certificateSha256 = Set.copyOf(certificateSha256);
    }

    /** Reads {@code certificateSha256} and {@code limits} of a partner's entry; faults go to the settings' collector. */
    static PartnerAccess read(Settings entry) {
        Set<String> certificates = new TreeSet<>();
        for (String text : entry.texts("certificateSha256", FINGERPRINT, "the SHA-256 of a certificate, 64 hex digits with or"
                + " without colons (openssl x509 -noout -fingerprint -sha256 -in FILE)")) {
            certificates.add(text.replace(":", "").toLowerCase(Locale.ROOT));
        }
        Settings limits = entry.section("limits");
        PartnerAccess access = new PartnerAccess(certificates,
                limits.integer("requestsPerSecond", USUAL.requestsPerSecond, 1, 100_000),
                limits.integer("requestsMax", USUAL.requestsMax, 1, 10_000));
        limits.done();
        return access;
    }
}
