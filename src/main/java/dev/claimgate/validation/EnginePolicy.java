package dev.claimgate.validation;

import java.util.Map;
import java.util.Set;

/**
 * What the engine takes and where it stops.
 *
 * @param syntax             what a syntax fault inside one claim rejects
 * @param versions           what becomes of a value of GS08; one that is not named is rejected. What is accepted is judged as
 *                           005010X222A1
 * @param rights             who may send what
 * @param receivers          who we are: ISA07 and ISA08 without padding, {@code ZZ:CLAIMGATE} (else TA1 009); empty allows any
 * @param segmentBytesMax    a longer segment ends the reading of a file, at least 256
 * @param findingsPerSetMax  faults kept of one transaction set, at least 1; further ones are only counted
 */
public record EnginePolicy(SyntaxScope syntax, Map<String, VersionTreatment> versions, SendingRights rights,
                           Set<String> receivers, int segmentBytesMax, int findingsPerSetMax) {
    /** Only the current version, from anybody; a fault rejects the set; 64 KiB a segment; 1,000 faults a set. */
    public static final EnginePolicy DEFAULT = new EnginePolicy(SyntaxScope.SET,
            Map.of(ValidationRules.CLAIM_GUIDE, VersionTreatment.ACCEPT), SendingRights.ANY, Set.of(), 64 * 1024, 1000);

    public EnginePolicy {
        versions = Map.copyOf(versions);
        receivers = Set.copyOf(receivers);
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
        return rights.takesSender(qualifier, id);
    }

    /** Whether an interchange may be meant for this ISA07 and ISA08. */
    boolean takesReceiver(String qualifier, String id) {
        return receivers.isEmpty() || receivers.contains(qualifier + ":" + id.strip());
    }

    /** The same for other receivers. */
    public EnginePolicy withReceivers(Set<String> receivers) {
        return new EnginePolicy(syntax, versions, rights, receivers, segmentBytesMax, findingsPerSetMax);
    }

    /** The same limits for a partner who is treated in another way. */
    public EnginePolicy with(SyntaxScope syntax, Map<String, VersionTreatment> versions, SendingRights rights) {
        return new EnginePolicy(syntax, versions, rights, receivers, segmentBytesMax, findingsPerSetMax);
    }

    /** As {@link #with(SyntaxScope, Map, SendingRights)}, where only the senders are limited. */
    public EnginePolicy with(SyntaxScope syntax, Map<String, VersionTreatment> versions, Set<String> senders) {
        return with(syntax, versions, new SendingRights(senders, Set.of(), Set.of()));
    }
}
