package dev.claimgate.finding;

import java.util.List;
import java.util.stream.Stream;

/**
 * One fault that an edit found in a claim.
 *
 * @param edit     id of the edit, such as {@code npi-check-digit}
 * @param severity reject or warn
 * @param line     service line, 1-based in the order of the claim; 0 when the claim as a whole is meant
 * @param loop     loop id such as {@code 2400}
 * @param position segment position in the transaction set, ST = 1
 * @param element  element as people say it, such as {@code SV101-2}
 * @param statuses one to three statuses that belong together in one STC
 * @param found    what was found, in plain words; may hold patient data: never log it
 * @param expected what would be right, in plain words
 * @param basis    release and row of the code tables that say so; empty where no table does
 * @param suggestions changes that could answer it; for people who code, never for the 277CA
 */
public record ClaimFinding(String edit, Severity severity, int line, String loop, int position, String element,
                           List<ClaimStatus> statuses, String found, String expected, String basis,
                           List<Suggestion> suggestions) {

    public ClaimFinding {
        statuses = List.copyOf(statuses);
        suggestions = List.copyOf(suggestions);
        if (statuses.isEmpty() || statuses.size() > 3) {
            throw new IllegalArgumentException("a finding carries one to three statuses, this one " + statuses.size());
        }
    }

    /** A fault without suggestions. */
    public ClaimFinding(String edit, Severity severity, int line, String loop, int position, String element,
                        List<ClaimStatus> statuses, String found, String expected) {
        this(edit, severity, line, loop, position, element, statuses, found, expected, "", List.of());
    }

    /** The same fault with one suggestion more. */
    public ClaimFinding with(Suggestion suggestion) {
        return new ClaimFinding(edit, severity, line, loop, position, element, statuses, found, expected, basis,
                Stream.concat(suggestions.stream(), Stream.of(suggestion)).toList());
    }

    /** The same fault with what it rests on. */
    public ClaimFinding citing(String row) {
        return new ClaimFinding(edit, severity, line, loop, position, element, statuses, found, expected, row, suggestions);
    }

    public boolean rejects() {
        return severity == Severity.REJECT;
    }
}
