package dev.claimgate.edit;

import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.finding.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Collects what the edits find in one claim; cleared and filled again for the next. Each edit reports a few faults a line
 * at most, so the list is bounded by the lines of a claim. One thread.
 */
public final class ClaimFindings {
    private static final Comparator<ClaimFinding> CLAIM_ORDER =
            Comparator.comparingInt(ClaimFinding::line).thenComparingInt(ClaimFinding::position);

    private final List<ClaimFinding> findings = new ArrayList<>();
    private final List<ClaimFinding> view = Collections.unmodifiableList(findings);
    private String edit = "";
    private Severity severity = Severity.REJECT;
    private boolean rejects;

    /** Reports a fault of the claim as a whole; {@code position} is that of the segment in the transaction set. */
    public void claim(String loop, int position, String element, List<ClaimStatus> statuses, String found,
                      String expected) {
        add(0, loop, position, element, statuses, found, expected);
    }

    /** Reports a fault of a service line in loop 2400; {@code index} counts lines from 0. */
    public void line(int index, int position, String element, List<ClaimStatus> statuses, String found,
                     String expected) {
        add(index + 1, "2400", position, element, statuses, found, expected);
    }

    /** Reports a fault in a loop beneath a service line, such as 2420A. */
    public void lineLoop(int index, String loop, int position, String element, List<ClaimStatus> statuses, String found,
                         String expected) {
        add(index + 1, loop, position, element, statuses, found, expected);
    }

    /**
     * Adds to the fault reported last a change that could answer it; {@code index} is the line to change, from 0. Clean claims
     * report no fault and so pay nothing for it.
     */
    void suggest(int index, String change, String reason, String recordMustShow) {
        int last = findings.size() - 1;
        findings.set(last, findings.get(last).with(new Suggestion(index + 1, change, reason, recordMustShow)));
    }

    /** Adds to the fault reported last which row of the code tables says so. */
    void cite(String row) {
        int last = findings.size() - 1;
        findings.set(last, findings.get(last).citing(row));
    }

    /** The same for a change to the claim as a whole. */
    void suggest(String change, String reason, String recordMustShow) {
        suggest(-1, change, reason, recordMustShow);
    }

    /** Rejects the claim as a whole for what no edit looks at. */
    public void claim(String rule, String loop, int position, String element, List<ClaimStatus> statuses, String found,
                      String expected) {
        from(rule, Severity.REJECT);
        claim(loop, position, element, statuses, found, expected);
        sort();
    }

    /** What was found, in the order of the claim; valid until the next {@link #clear()}. */
    public List<ClaimFinding> list() {
        return view;
    }

    public boolean isEmpty() {
        return findings.isEmpty();
    }

    /** Whether any finding rejects the claim. */
    public boolean rejects() {
        return rejects;
    }

    public void clear() {
        findings.clear();
        rejects = false;
    }

    /** The findings that follow come from this edit. */
    void from(String edit, Severity severity) {
        this.edit = edit;
        this.severity = severity;
    }

    void sort() {
        if (findings.size() > 1) {
            findings.sort(CLAIM_ORDER);
        }
    }

    private void add(int line, String loop, int position, String element, List<ClaimStatus> statuses, String found,
                     String expected) {
        findings.add(new ClaimFinding(edit, severity, line, loop, position, element, statuses, found, expected));
        rejects |= severity == Severity.REJECT;
    }
}
