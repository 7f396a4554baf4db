package dev.claimgate.codes;

/**
 * What a payer's own list says of a procedure.
 *
 * @param covered  whether the payer pays for it at all
 * @param unitsMax most units a day, {@link #NO_LIMIT} where the list names none
 */
public record PayerRule(boolean covered, int unitsMax) {
    public static final int NO_LIMIT = Integer.MAX_VALUE;
    /** Of a procedure that the list does not name: nothing is held against it. */
    public static final PayerRule UNLISTED = new PayerRule(true, NO_LIMIT);

    public PayerRule {
        if (unitsMax < 0) {
            throw new IllegalArgumentException("a units limit is " + unitsMax + ", must be 0 or more");
        }
    }
}
