package dev.claimgate.validation;

/** What becomes of a functional group with a certain version in GS08. */
public enum VersionTreatment {
    ACCEPT,
    /** Accepted, and a note in the report for people and programs; the 999 has no place for one. */
    NOTE,
    /** 999 AK905 2. */
    REJECT
}
