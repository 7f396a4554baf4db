package dev.claimgate.sample;

/** What can be made wrong with a claim: each is a fault of the claim, not of the transaction set around it. */
public enum SampleFault {
    /** The rendering provider's NPI has another check digit. */
    NPI_CHECK_DIGIT,
    /** CLM02 is not the sum of SV102. */
    UNBALANCED,
    /** SV101-2 is a code that no table holds. */
    UNKNOWN_PROCEDURE,
    /** HI01-2 is a code that no table holds. */
    UNKNOWN_DIAGNOSIS,
    /** SV107 points beyond the last diagnosis. */
    POINTER_WITHOUT_DIAGNOSIS,
    /** SV101-3 is a modifier that no table holds. */
    UNKNOWN_MODIFIER,
    /** A modifier stands twice in one SV101. */
    REPEATED_MODIFIER,
    /** Two procedures of one day that NCCI never allows together. */
    NCCI_PAIR,
    /** Two procedures of one day that NCCI allows with a modifier, and there is none. */
    NCCI_PAIR_WITHOUT_MODIFIER,
    /** An add-on code alone on the claim. */
    ADD_ON_WITHOUT_PRIMARY,
    /** More units than the MUE allows. */
    TOO_MANY_UNITS,
    /** A place of service that is not assigned. */
    UNKNOWN_PLACE,
    /** A service day years after the file. */
    FUTURE_DATE
}
