package dev.claimgate.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.validation.Interchange837;
import dev.claimgate.validation.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** What the edits find in the claims of a file that has no structural fault. */
final class FileCase {
    private FileCase() {
    }

    /** Each finding on a line: {@code billing-street 2010AA line 0 segment 8 N301 A7:503:85}; one that only warns says so. */
    static List<String> verdict(Interchange837 file) {
        Verdict verdict = file.verdict();
        assertThat(verdict.faults()).isEmpty();
        return verdict.claims.stream().flatMap(claim -> claim.findings().stream()).map(FileCase::text).toList();
    }

    private static String text(ClaimFinding finding) {
        return finding.edit() + " " + finding.loop() + " line " + finding.line() + " segment " + finding.position() + " "
                + finding.element() + " "
                + finding.statuses().stream().map(ClaimStatus::toString).collect(Collectors.joining(" "))
                + (finding.severity() == Severity.WARN ? " warns" : "");
    }
}
