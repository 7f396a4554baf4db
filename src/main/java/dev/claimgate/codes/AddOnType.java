package dev.claimgate.codes;

/** What kind of add-on a code is (CMS add-on code edits). */
public enum AddOnType {
    NOT_AN_ADD_ON,
    /** Type 1: one of the listed primaries must be there. */
    CLOSED_LIST,
    /** Type 2: payers choose the primaries, none is listed. */
    NO_LIST,
    /** Type 3: some primaries are listed, payers may take others. */
    OPEN_LIST
}
