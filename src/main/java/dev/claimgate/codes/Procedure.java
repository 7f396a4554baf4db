package dev.claimgate.codes;

/**
 * What the tables know of a procedure on one day.
 *
 * @param state      known and in force, or not
 * @param indicators fee-schedule indicators of that day; {@link Indicators#NONE} unless in force
 */
public record Procedure(CodeState state, Indicators indicators) {
    /** Stands for what is no procedure code at all. */
    public static final Procedure NONE = new Procedure(CodeState.UNKNOWN, Indicators.NONE);
    static final Procedure UNKNOWN = new Procedure(CodeState.UNKNOWN, Indicators.NONE);
    static final Procedure OUT_OF_FORCE = new Procedure(CodeState.OUT_OF_FORCE, Indicators.NONE);

    public boolean inForce() {
        return state == CodeState.IN_FORCE;
    }
}
