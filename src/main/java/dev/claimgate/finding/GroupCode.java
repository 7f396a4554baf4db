package dev.claimgate.finding;

/** Functional group syntax error codes of the 999 (AK905 to AK909, data element 716). */
public enum GroupCode {
    NOT_SUPPORTED("1", "the group does not hold claims (GS01 is not HC)"),
    VERSION_NOT_SUPPORTED("2", "the guide named in GS08 is not one that is taken"),
    TRAILER_MISSING("3", "the group ends without GE"),
    CONTROL_NUMBERS_DIFFER("4", "GS06 and GE02 differ"),
    SET_COUNT_WRONG("5", "GE01 is not the number of sets, or a set cannot be named"),
    CONTROL_NUMBER_SYNTAX("6", "GS06 has a sign; if it is no number at all the TA1 tells of it (024)"),
    CONTROL_NUMBER_NOT_UNIQUE("19", "another group of the interchange has this GS06");

    private final String code;
    private final String meaning;

    GroupCode(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public String code() {
        return code;
    }

    /** What it means, in our words. */
    public String meaning() {
        return meaning;
    }
}
