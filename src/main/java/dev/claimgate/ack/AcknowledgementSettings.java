package dev.claimgate.ack;

import java.util.Set;

/**
 * Who answers, and within which limits.
 *
 * @param source              what we are to the submitter
 * @param name                our name, 277CA loop 2100A NM103, 1 to 60 characters
 * @param idQualifier         NM108: {@code 46}, {@code FI}, {@code PI} or {@code XV}
 * @param id                  NM109, 2 to 80 characters
 * @param usage               ISA15, {@code P} or {@code T}, where the received interchange does not say
 * @param spoolMemoryBytesMax bytes of one acknowledgement kept in memory before it goes on in a temporary file, at least 1024
 * @param elementErrorsPerSegmentMax most IK4 beneath one IK3, at least 1
 */
public record AcknowledgementSettings(InformationSource source, String name, String idQualifier, String id, String usage,
                                      int spoolMemoryBytesMax, int elementErrorsPerSegmentMax) {
    private static final Set<String> ID_QUALIFIERS = Set.of("46", "FI", "PI", "XV");

    public AcknowledgementSettings {
        check(length(name, 1, 60), "name", "must have 1 to 60 characters");
        check(ID_QUALIFIERS.contains(idQualifier), "idQualifier", "must be one of 46, FI, PI, XV");
        check(length(id, 2, 80), "id", "must have 2 to 80 characters");
        check(usage.equals("P") || usage.equals("T"), "usage", "must be P or T");
        check(spoolMemoryBytesMax >= 1024, "spoolMemoryBytesMax", "must be at least 1024");
        check(elementErrorsPerSegmentMax >= 1, "elementErrorsPerSegmentMax", "must be at least 1");
    }

    private static boolean length(String text, int min, int max) {
        return !text.isBlank() && text.length() >= min && text.length() <= max;
    }

    private static void check(boolean holds, String key, String demand) {
        if (!holds) {
            throw new IllegalArgumentException("acknowledgement settings: " + key + " " + demand);
        }
    }
}
