package dev.claimgate.codes;

/**
 * Takes the rows of code tables one by one, from a folder or a database. Codes are packed text
 * ({@link dev.claimgate.x12.PackedText}); {@code effective} and {@code ended} are days {@code yyyymmdd}, both inclusive,
 * {@link #ALWAYS} and {@link #NEVER} where the source names none. Rows of one key must not overlap in time.
 */
public interface CodeTableRows {
    /** Effective since before anything we may be asked about. */
    int ALWAYS = 0;
    /** Not ended. */
    int NEVER = 99991231;

    /** A CPT or HCPCS code with its fee-schedule indicators. */
    void procedure(long code, int effective, int ended, Indicators indicators);

    /** Most units of a procedure (CMS MUE). */
    void unitsLimit(long code, int effective, int ended, UnitsLimit limit);

    /** An add-on code and one primary code it may go with; {@code primary} is 0 when the source names none. */
    void addOn(long addOn, long primary, int effective, int ended, AddOnType type);

    /** An NCCI pair: the second code is not paid beside the first. */
    void pair(long column1, long column2, int effective, int ended, PairRule rule);

    /** A procedure modifier; {@code bypass} when it is NCCI-associated and may lift a pair. */
    void modifier(long code, int effective, int ended, boolean bypass);

    /** A place of service. */
    void place(long code, int effective, int ended, boolean facility);

    /** An ICD-10-CM code without decimal point; not billable when it is a header of finer codes. */
    void diagnosis(long code, int effective, int ended, boolean billable);

    // What follows a taker without use for it may pass over.

    /** Total relative values of a procedure on the fee schedule. */
    default void relativeValue(long code, int effective, int ended, RelativeValue value) {
    }

    /** A code of the NUCC provider taxonomy. */
    default void taxonomy(String code, int effective, int ended) {
    }

    /** What a payer's own list says of a procedure; the payer by its id in {@code conf/payers.yaml}. */
    default void payerRule(String payerId, long code, int effective, int ended, PayerRule rule) {
    }
}
