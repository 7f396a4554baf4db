package dev.claimgate.partner;

import dev.claimgate.config.Settings;
import dev.claimgate.finding.Severity;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The edit profiles of {@code conf/payers.yaml}: severities under a name that payers refer to. */
final class EditProfiles {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    private static final String NAME_RIGHT = "2 to 40 of a-z, 0-9 and -";

    private final Map<String, Map<String, Severity>> profiles = new TreeMap<>();

    /** Reads {@code editProfiles}; faults go to the settings' collector. */
    static EditProfiles read(Settings file) {
        EditProfiles read = new EditProfiles();
        for (Settings entry : file.sections("editProfiles")) {
            String name = entry.text("name", NAME, NAME_RIGHT);
            if (read.profiles.putIfAbsent(name, Map.copyOf(EditSeverities.read(entry.section("edits")))) != null) {
                entry.fault("name", "is \"" + name + "\" again, must be unique");
            }
            entry.done();
        }
        return read;
    }

    /** What the profile of a payer says; nothing if the payer names none. */
    Map<String, Severity> of(Settings payer) {
        String name = payer.text("editProfile", "", NAME, NAME_RIGHT);
        if (!name.isEmpty() && !profiles.containsKey(name)) {
            payer.fault("editProfile", "is \"" + name + "\", must be the name of one of editProfiles"
                    + (profiles.isEmpty() ? ", of which there are none" : ": " + String.join(", ", profiles.keySet())));
        }
        return profiles.getOrDefault(name, Map.of());
    }
}
