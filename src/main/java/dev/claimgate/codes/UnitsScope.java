package dev.claimgate.codes;

/** The MUE adjudication indicator: over what units are counted. */
public enum UnitsScope {
    /** 1: each claim line for itself. */
    LINE,
    /** 2: all lines of a day, absolute by policy. */
    DAY_BY_POLICY,
    /** 3: all lines of a day, by clinical data; a payer may allow more on appeal. */
    DAY_BY_CLINICAL_DATA;

    /** The digit in the MUE file. */
    public int indicator() {
        return ordinal() + 1;
    }
}
