package dev.claimgate.partner;

import dev.claimgate.config.Settings;
import dev.claimgate.finding.Severity;
import dev.claimgate.validation.EnginePolicy;
import dev.claimgate.validation.SyntaxScope;
import dev.claimgate.validation.VersionTreatment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How a partner's files are judged where partners differ.
 *
 * @param syntax          what a syntax fault inside one claim rejects
 * @param versions        what becomes of a value of GS08; one that is not named is rejected
 * @param usages          values of ISA15 he may send, {@code P} and {@code T}; empty allows both
 * @param billingNpis     billing providers he may send for; empty allows any
 * @param repeatedBatches whether he may use a batch number (BHT03) again
 * @param edits           severity by id of an edit, where it is another one than the gateway's
 * @param format          what those of his files are that are not X12: a folder of {@code edi-specs/dialects/} with a
 *                        {@code claims.yaml}; empty if all are to be X12
 */
public record PartnerProfile(SyntaxScope syntax, Map<String, VersionTreatment> versions, Set<String> usages,
                             Set<String> billingNpis, boolean repeatedBatches, Map<String, Severity> edits,
                             Optional<String> format) {
    public static final PartnerProfile DEFAULT =
            new PartnerProfile(EnginePolicy.DEFAULT.syntax(), EnginePolicy.DEFAULT.versions());
    /** The editions of the professional claim guide: first, with errata A1, with errata A2. */
    private static final List<String> EDITIONS = List.of("005010X222", "005010X222A1", "005010X222A2");
    private static final Pattern FORMAT = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern USAGE = Pattern.compile("[PT]");
    private static final Pattern NPI = Pattern.compile("[12][0-9]{9}");

    public PartnerProfile {
        versions = Map.copyOf(versions);
        usages = Set.copyOf(usages);
        billingNpis = Set.copyOf(billingNpis);
        edits = Map.copyOf(edits);
    }

    /** For one who may send for anybody, test and production, judged by the gateway's edits. */
    public PartnerProfile(SyntaxScope syntax, Map<String, VersionTreatment> versions) {
        this(syntax, versions, Set.of(), Set.of(), false, Map.of(), Optional.empty());
    }

    /** Reads what a partner's entry says of this; faults go to the settings' collector. */
    static PartnerProfile read(Settings entry, Set<String> formats) {
        return new PartnerProfile(
                entry.oneOf("syntax", SyntaxScope.class, DEFAULT.syntax()),
                versions(entry),
                new TreeSet<>(entry.texts("usages", USAGE, "P (production) or T (test)")),
                new TreeSet<>(entry.texts("billingNpis", NPI, "an NPI of ten digits")),
                entry.flag("repeatedBatches", false),
                EditSeverities.read(entry.section("edits")),
                format(entry, formats));
    }

    private static Optional<String> format(Settings entry, Set<String> formats) {
        String format = entry.text("format", "", FORMAT, "x12 or a name");
        if (format.isEmpty() || format.equals("x12")) {
            return Optional.empty();
        }
        if (!formats.contains(format)) {
            entry.fault("format", "is \"" + format + "\", must be x12 or a folder of edi-specs/dialects with a claims.yaml");
        }
        return Optional.of(format);
    }

    private static Map<String, VersionTreatment> versions(Settings entry) {
        Settings section = entry.section("versions");
        Map<String, VersionTreatment> versions = new LinkedHashMap<>();
        for (String edition : EDITIONS) {
            versions.put(edition, section.oneOf(edition, VersionTreatment.class,
                    DEFAULT.versions().getOrDefault(edition, VersionTreatment.REJECT)));
        }
        section.done();
        if (versions.values().stream().allMatch(treatment -> treatment == VersionTreatment.REJECT)) {
            entry.fault("versions", "rejects every version, must accept or note at least one");
        }
        return versions;
    }

    /** The gateway's severities as they hold for this partner. */
    public Map<String, Severity> edits(Map<String, Severity> gateway) {
        Map<String, Severity> all = new TreeMap<>(gateway);
        all.putAll(edits);
        return all;
    }
}
