package dev.claimgate.cli;

import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.Suggestion;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** A finding of an edit with its suggestions, for a person. */
final class FindingText {
    private final PrintWriter out;
    private final String indent;

    FindingText(PrintWriter out, String indent) {
        this.out = out;
        this.indent = indent;
    }

    /** With its place in a file. */
    void inFile(ClaimFinding finding) {
        print(finding, "segment " + finding.position() + ", loop " + finding.loop()
                + (finding.line() == 0 ? "" : ", line " + finding.line()));
    }

    /** With its place in a claim that is in no file. */
    void inDraft(ClaimFinding finding) {
        print(finding, finding.line() == 0 ? "claim" : "line " + finding.line());
    }

    private void print(ClaimFinding finding, String place) {
        String statuses = finding.statuses().stream().map(Object::toString).collect(Collectors.joining(" + "));
        out.println(indent + (finding.rejects() ? "" : "note: ") + place + ", " + finding.element() + ": "
                + Words.plain(finding.found()));
        out.println(indent + "  right: " + Words.plain(finding.expected()) + "  "
                + Style.FAINT.of("[" + finding.edit() + ", 277CA " + statuses + "]"));
        if (!finding.basis().isEmpty()) {
            out.println(indent + "  says: " + Words.plain(finding.basis()));
        }
        for (Suggestion suggestion : finding.suggestions()) {
            out.println(indent + "  could be: " + Words.plain(suggestion.change()) + ": " + Words.plain(suggestion.reason()));
            out.println(indent + "    the record must show: " + Words.plain(suggestion.recordMustShow()));
        }
    }
}
