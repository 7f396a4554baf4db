package dev.claimgate.validation;

import java.util.Map;
import java.util.Set;

/**
 * What the engine takes and where it stops.
 *
 * @param syntax             what a syntax fault inside one claim rejects
 * @param versions           what becomes of a value of GS08; one that is not named is rejected. What is accepted is judged as
 *                           005010X222A1
 * @param senders            who may send, as ISA05 and ISA06 without padding, {@code ZZ:NORTHSIDE}; empty allows any (TA1 006)
 * @param segmentBytesMax    a longer segment ends the reading of a file, at least 256
 * @param findingsPerSetMax  faults kept of one transaction set, at least 1; further ones are only counted
 */
public record EnginePolicy(SyntaxScope syntax, Map<String, VersionTreatment> versions, Set<String> senders,
                           int segmentBytesMax, int findingsPerSetMax) {
    /** Only the current version; a fault rejects the set; 64 KiB a segment; 1,000 faults a set. */
    public static final EnginePolicy DEFAULT = new EnginePolicy(SyntaxScope.SET,
            Map.of(ValidationRules.CLAIM_GUIDE, VersionTreatment.ACCEPT), Set.of(), 64 * 1024, 1000);

    public EnginePolicy {
        versions = Map.copyOf(versions);
        senders = Set.copyOf(senders);
        if (segmentBytesMax < 256 || findingsPerSetMax < 1) {
            throw new IllegalArgumentException("segmentBytesMax must be at least 256 and findingsPerSetMax at least 1");
        }
    }

    /** What becomes of a group with this GS08. */
    public VersionTreatment treatmentOf(String version) {
        return versions.getOrDefault(version, VersionTreatment.REJECT);
    }

    /** Whether an interchange may come from this ISA05 and ISA06. */
    public boolean takesSender(String qualifier, String id) {
        return senders.isEmpty() || senders.contains(qualifier + ":" + id.strip());
    }

    /** The same limits for a partner who is treated in another way. */
    public EnginePolicy with(SyntaxScope syntax, Map<String, VersionTreatment> versions, Set<String> senders) {
        return new EnginePolicy(syntax, versions, senders, segmentBytesMax, findingsPerSetMax);
    }
}
