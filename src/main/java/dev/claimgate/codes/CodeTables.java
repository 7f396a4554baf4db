package dev.claimgate.codes;

/**
 * One snapshot of all code tables: immutable, so that any number of threads reads it, and swapped as a whole when a new
 * release is published. Codes are packed text ({@link dev.claimgate.x12.PackedText}), days are {@code yyyymmdd}. No look-up
 * allocates.
 */
public final class CodeTables {
    private final ProcedureCodes procedures;
    private final PairTable pairs;
    private final RelativeValues relativeValues;
    private final DatedTable<Boolean> primaries;
    private final DatedTable<Boolean> modifiers;
    private final DatedTable<PlaceOfService> places;
    private final DatedTable<DiagnosisState> diagnoses;
    private final CodeLists lists;
    private final int rows;
    private final Citations citations;

    CodeTables(CodeTablesBuilder builder) {
        procedures = builder.procedures();
        pairs = builder.pairs();
        relativeValues = builder.relativeValues(procedures);
        primaries = builder.primaries();
        modifiers = builder.modifiers();
        places = builder.places();
        diagnoses = builder.diagnoses();
        lists = builder.lists();
        rows = builder.rows() + lists.rows();
        citations = new Citations(builder.sources(), pairs, diagnoses, relativeValues);
    }

    public static CodeTablesBuilder builder() {
        return new CodeTablesBuilder();
    }

    /** What the tables know of a procedure code (CPT or HCPCS), {@link ProcedureCode#UNKNOWN} if nothing. */
    public ProcedureCode procedure(long code) {
        return procedures.find(code);
    }

    /** The NCCI rule for two procedures of one day, in this order; ask for both orders. */
    public PairRule pair(ProcedureCode column1, ProcedureCode column2, int day) {
        return pairs.rule(column1, column2, day);
    }

    /** Total relative value units of a procedure in hundredths, by setting; 0 for a code without any. */
    public int relativeValue(ProcedureCode code, int day, PlaceOfService place) {
        return relativeValues.in(code, day, place);
    }

    /** What a procedure is on a service day: for who asks nothing else of it. So are the next four. */
    public Procedure procedure(long code, int day) {
        return procedure(code).on(day);
    }

    public int procedureLastDay(long code) {
        return procedure(code).lastDay();
    }

    public UnitsLimit unitsLimit(long code, int day) {
        return procedure(code).unitsLimit(day);
    }

    public AddOnType addOn(long code, int day) {
        return procedure(code).addOn(day);
    }

    public PairRule pair(long column1, long column2, int day) {
        return pair(procedure(column1), procedure(column2), day);
    }

    /** Whether {@code primary} is listed as a primary of {@code addOn}. */
    public boolean isPrimary(long addOn, long primary, int day) {
        return primaries.find(PairKey.of(addOn, primary), day) >= 0;
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

    /** Taxonomy codes and payers' own lists. */
    public CodeLists lists() {
        return lists;
    }

    /** Which release and row a finding rests on, for people. */
    public Citations citations() {
        return citations;
    }

    /** Rows of all tables together. */
    public int rows() {
        return rows;
    }
}
