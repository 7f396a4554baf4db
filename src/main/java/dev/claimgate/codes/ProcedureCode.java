package dev.claimgate.codes;

/**
 * All that the tables know of one procedure code (CPT or HCPCS), on all days: look it up once for a service line and ask it
 * for the day of service. Immutable.
 */
public final class ProcedureCode {
    /** A code that no table names. */
    public static final ProcedureCode UNKNOWN = new ProcedureCode(0, ProcedureCode.UNPAIRED, null, null, null);
    /** The number of a code that no table names. */
    static final int UNPAIRED = -1;

    private final long code;
    private final int number;
    private final Period<Procedure> procedures;
    private final Period<UnitsLimit> unitsLimits;
    private final Period<AddOnType> addOns;

    ProcedureCode(long code, int number, Period<Procedure> procedures, Period<UnitsLimit> unitsLimits, Period<AddOnType> addOns) {
        this.code = code;
        this.number = number;
        this.procedures = procedures;
        this.unitsLimits = unitsLimits;
        this.addOns = addOns;
    }

    /** The code as packed text. */
    long code() {
        return code;
    }

    /** By which {@link PairTable} and {@link RelativeValues} know it; those that pairs name come first. */
    int number() {
        return number;
    }

    Period<Procedure> procedures() {
        return procedures;
    }

    Period<UnitsLimit> unitsLimits() {
        return unitsLimits;
    }

    Period<AddOnType> addOns() {
        return addOns;
    }

    /** What it is on a service day. */
    public Procedure on(int day) {
        return procedures == null ? Procedure.UNKNOWN : Period.on(procedures, day, Procedure.OUT_OF_FORCE);
    }

    /** Its last day; 0 for an unknown code, {@link CodeTableRows#NEVER} for one that goes on. */
    public int lastDay() {
        return Period.lastDay(procedures);
    }

    /** Most units, {@link UnitsLimit#NONE} if no limit is published. */
    public UnitsLimit unitsLimit(int day) {
        return Period.on(unitsLimits, day, UnitsLimit.NONE);
    }

    /** What kind of add-on it is, if it is one. */
    public AddOnType addOn(int day) {
        return Period.on(addOns, day, AddOnType.NOT_AN_ADD_ON);
    }
}
