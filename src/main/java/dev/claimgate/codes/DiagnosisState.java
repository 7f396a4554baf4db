package dev.claimgate.codes;

/** What the tables know of an ICD-10-CM code on one day. */
public enum DiagnosisState {
    UNKNOWN,
    /** Known, but not in force on that day. */
    OUT_OF_FORCE,
    /** A header: finer codes stand beneath it, it cannot be billed itself. */
    HEADER,
    BILLABLE
}
