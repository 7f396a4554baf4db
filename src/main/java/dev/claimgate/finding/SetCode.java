package dev.claimgate.finding;

/** Implementation transaction set syntax error codes of the 999 (IK502 to IK506, data element 618). */
public enum SetCode {
    NOT_SUPPORTED("1", "sets of this kind are not taken; the group is rejected as a whole instead (AK905 1)"),
    TRAILER_MISSING("2", "the set ends without SE"),
    CONTROL_NUMBERS_DIFFER("3", "ST02 and SE02 differ"),
    SEGMENT_COUNT_WRONG("4", "SE01 is not the number of segments from ST to SE"),
    SEGMENTS_IN_ERROR("5", "a segment violates the base standard"),
    INVALID_IDENTIFIER("6", "ST01 is missing or no identifier; no AK2 could name the set, so the group tells of it (AK905 5)"),
    INVALID_CONTROL_NUMBER("7", "ST02 holds a blank, or what no control number may hold"),
    NOT_IN_FUNCTIONAL_GROUP("18", "a set of this kind does not belong in this group"),
    INVALID_IMPLEMENTATION_REFERENCE("19", "ST03 is not the guide that GS08 names"),
    CONTROL_NUMBER_NOT_UNIQUE("23", "another set of the group has this ST02"),
    IMPLEMENTATION_SEGMENTS_IN_ERROR("I5", "a segment violates the guide, though not the base standard"),
    IMPLEMENTATION_NOT_SUPPORTED("I6", "ST03 names a guide that is not taken");

    private final String code;
    private final String meaning;

    SetCode(String code, String meaning) {
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
