package dev.claimgate.finding;

/**
 * A change to a claim that would answer a finding, for who codes it; never part of an acknowledgement. It is offered for the
 * case that it tells the truth, not because it would be paid: whoever makes it has to see {@code recordMustShow} in the record.
 *
 * @param line           service line to change, 1-based; 0 when it concerns the claim as a whole
 * @param change         what to change, in plain words
 * @param reason         why that would answer the finding
 * @param recordMustShow what the patient's record has to show for the change to be true
 */
public record Suggestion(int line, String change, String reason, String recordMustShow) {
    public Suggestion {
        if (line < 0) {
            throw new IllegalArgumentException("a suggestion names line " + line + ", must be 0 or more");
        }
        if (change.isBlank() || reason.isBlank() || recordMustShow.isBlank()) {
            throw new IllegalArgumentException("a suggestion has a change, a reason and what the record must show");
        }
    }
}
