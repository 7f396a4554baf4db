package dev.claimgate.partner;

import dev.claimgate.config.Settings;
import dev.claimgate.validation.EnginePolicy;
import dev.claimgate.validation.SyntaxScope;
import dev.claimgate.validation.VersionTreatment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a partner's files are judged where partners differ.
 *
 * @param syntax   what a syntax fault inside one claim rejects
 * @param versions what becomes of a value of GS08; one that is not named is rejected
 */
public record PartnerProfile(SyntaxScope syntax, Map<String, VersionTreatment> versions) {
    public static final PartnerProfile DEFAULT =
            new PartnerProfile(EnginePolicy.DEFAULT.syntax(), EnginePolicy.DEFAULT.versions());
    /** The editions of the professional claim guide: first, with errata A1, with errata A2. */
    private static final List<String> EDITIONS = List.of("005010X222", "005010X222A1", "005010X222A2");

    public PartnerProfile {
        versions = Map.copyOf(versions);
    }

    /** Reads {@code syntax} and {@code versions} of a partner's entry; faults go to the settings' collector. */
    static PartnerProfile read(Settings entry) {
        SyntaxScope syntax = entry.oneOf("syntax", SyntaxScope.class, DEFAULT.syntax());
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
        return new PartnerProfile(syntax, versions);
    }
}
