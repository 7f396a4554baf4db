package dev.claimgate.codes;

/**
 * One snapshot of all code tables: immutable, so that any number of threads reads it, and swapped as a whole when a new
 * release is published. Codes are packed text ({@link dev.claimgate.x12.PackedText}), days are {@code yyyymmdd}. No look-up
 * allocates.
 */
public final class CodeTables {
    private final DatedTable<Procedure> procedures;
    private final DatedTable<UnitsLimit> unitsLimits;
    private final DatedTable<AddOnType> addOns;
    private final DatedTable<Boolean> primaries;
    private final DatedTable<PairRule> pairs;
    private final DatedTable<Boolean> modifiers;
    private final DatedTable<PlaceOfService> places;
    private final DatedTable<DiagnosisState> diagnoses;
    private final CodeLists lists;

    CodeTables(CodeTablesBuilder builder) {
        procedures = builder.procedures();
        unitsLimits = builder.unitsLimits();
        addOns = builder.addOns();
        primaries = builder.primaries();
        pairs = builder.pairs();
        modifiers = builder.modifiers();
        places = builder.places();
        diagnoses = builder.diagnoses();
        lists = builder.lists();
    }

    public static CodeTablesBuilder builder() {
        return new CodeTablesBuilder();
    }

    /** A procedure code (CPT or HCPCS) on a service day. */
    public Procedure procedure(long code, int day) {
        int entry = procedures.find(code, day);
        if (entry >= 0) {
            return procedures.value(entry);
        }
        return entry == DatedTable.ABSENT ? Procedure.UNKNOWN : Procedure.OUT_OF_FORCE;
    }

    /** Last day of a procedure code; 0 for an unknown one, {@link CodeTableRows#NEVER} for one that goes on. */
    public int procedureLastDay(long code) {
        return procedures.lastDay(code);
    }

    /** Most units of a procedure, {@link UnitsLimit#NONE} if no limit is published. */
    public UnitsLimit unitsLimit(long code, int day) {
        return unitsLimits.valueOr(code, day, UnitsLimit.NONE);
    }

    /** What kind of add-on a procedure is, if it is one. */
    public AddOnType addOn(long code, int day) {
        return addOns.valueOr(code, day, AddOnType.NOT_AN_ADD_ON);
    }

    /** Whether {@code primary} is listed as a primary of {@code addOn}. */
    public boolean isPrimary(long addOn, long primary, int day) {
        return primaries.find(PairKey.of(addOn, primary), day) >= 0;
    }

    /** The NCCI rule for two procedures of one day, in this order; ask for both orders. */
    public PairRule pair(long column1, long column2, int day) {
        return pairs.valueOr(PairKey.of(column1, column2), day, PairRule.NONE);
    }

    public boolean modifierExists(long modifier, int day) {
        return modifiers.find(modifier, day) >= 0;
    }

    /** Whether a modifier is NCCI-associated: lets a pair stand whose rule is {@link PairRule#ALLOWED_WITH_MODIFIER}. */
    public boolean modifierLiftsPairs(long modifier, int day) {
        return modifiers.valueOr(modifier, day, Boolean.FALSE);
    }

    public PlaceOfService placeOfService(long code, int day) {
        return places.valueOr(code, day, PlaceOfService.UNKNOWN);
    }

    /** An ICD-10-CM code, as the claim carries it: capital letters, no decimal point. */
    public DiagnosisState diagnosis(long code, int day) {
        int entry = diagnoses.find(code, day);
        if (entry >= 0) {
            return diagnoses.value(entry);
        }
        return entry == DatedTable.ABSENT ? DiagnosisState.UNKNOWN : DiagnosisState.OUT_OF_FORCE;
    }

    /** Relative values, taxonomy codes and payers' own lists. */
    public CodeLists lists() {
        return lists;
    }

    /** Rows of all tables together. */
    public int rows() {
        return procedures.size() + unitsLimits.size() + addOns.size() + primaries.size() + pairs.size() + modifiers.size()
                + places.size() + diagnoses.size() + lists.rows();
    }
}
