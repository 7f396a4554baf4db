package dev.claimgate.codes;

/**
 * Most units of a procedure (CMS MUE).
 *
 * @param units 0 or more; 0 where CMS does not expect the code from a practitioner
 * @param scope over what they are counted
 */
public record UnitsLimit(int units, UnitsScope scope) {
    /** No limit is published for the code. */
    public static final UnitsLimit NONE = new UnitsLimit(Integer.MAX_VALUE, UnitsScope.LINE);

    public UnitsLimit {
        if (units < 0) {
            throw new IllegalArgumentException("a units limit is " + units + ", must be 0 or more");
        }
    }

    public boolean limited() {
        return units != Integer.MAX_VALUE;
    }
}
