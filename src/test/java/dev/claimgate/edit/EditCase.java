package dev.claimgate.edit;

import dev.claimgate.claim.ClaimSample;
import dev.claimgate.codes.CodeTableDirectory;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.ClaimStatus;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Runs all edits over a claim with the shipped tables, as received on 2026-02-01. */
final class EditCase {
    static final LocalDate RECEIVED_ON = LocalDate.of(2026, 2, 1);
    private static final CodeTables TABLES = CodeTableDirectory.load(Path.of("conf/code-tables"));
    private static final ClaimEdits EDITS = new ClaimEdits();

    private EditCase() {
    }

    static EditContext context() {
        return new EditContext(TABLES, RECEIVED_ON);
    }

    static List<ClaimFinding> findings(ClaimSample sample) {
        ClaimFindings findings = new ClaimFindings();
        EDITS.check(sample.build(), context(), findings);
        return List.copyOf(findings.list());
    }

    /** Each finding on a line: {@code units-limit line 1 SV104 A7:476 A7:258}; a claim's own is line 0. */
    static List<String> verdict(ClaimSample sample) {
        return findings(sample).stream().map(EditCase::text).toList();
    }

    private static String text(ClaimFinding finding) {
        return finding.edit() + " line " + finding.line() + " " + finding.element() + " "
                + finding.statuses().stream().map(ClaimStatus::toString).collect(Collectors.joining(" "));
    }
}
