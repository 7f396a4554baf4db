package dev.claimgate.validation;

/**
 * Where transaction sets stand in a file.
 *
 * @param interchange the interchange that holds them
 * @param group       1-based number of the functional group in it; 0 means all its groups
 * @param set         1-based number of the set in its group; 0 means all its sets
 */
public record BatchPlace(InterchangeHeader interchange, int group, int set) {
    /** Whether what stands at the other place stands within this one; both in the same file. */
    public boolean holds(BatchPlace other) {
        return interchange.ordinal() == other.interchange.ordinal() && (group == 0 || group == other.group)
                && (set == 0 || set == other.set);
    }
}
