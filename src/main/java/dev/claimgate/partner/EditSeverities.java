package dev.claimgate.partner;

import dev.claimgate.config.Settings;
import dev.claimgate.edit.ClaimEdit;
import dev.claimgate.edit.ClaimEdits;
import dev.claimgate.finding.Severity;
import java.util.Map;
import java.util.TreeMap;

/** Reads what a section says of edits: {@code {units-limit: warn}}. */
final class EditSeverities {
    private EditSeverities() {
    }

    /** Only the edits that are named there; faults go to the settings' collector. */
    static Map<String, Severity> read(Settings section) {
        Map<String, Severity> named = new TreeMap<>();
        for (ClaimEdit edit : ClaimEdits.all()) {
            Severity severity = section.oneOf(edit.id(), Severity.class, edit.severity());
            if (section.keys().contains(edit.id())) {
                named.put(edit.id(), severity);
            }
        }
        section.done();
        return named;
    }
}
