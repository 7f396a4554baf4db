package dev.claimgate.finding;

/** Implementation segment syntax error codes of the 999 (IK304, data element 620). */
public enum SegmentCode {
    UNRECOGNIZED_ID("1", "no segment of the standard has this id"),
    UNEXPECTED("2", "the segment has no place here"),
    REQUIRED_MISSING("3", "a segment that the base standard demands is missing"),
    LOOP_OVER_MAXIMUM("4", "the loop comes more often than it may"),
    OVER_MAXIMUM_USE("5", "the segment comes more often than it may"),
    NOT_IN_TRANSACTION_SET("6", "the segment exists, but not in this transaction set"),
    OUT_OF_SEQUENCE("7", "the segment belongs in this loop, but further up"),
    HAS_ELEMENT_ERRORS("8", "an element of the segment is at fault"),
    IMPLEMENTATION_NOT_USED("I4", "the guide does not use the segment here"),
    IMPLEMENTATION_DEPENDENT_MISSING("I6", "another value makes the segment required, and it is missing"),
    IMPLEMENTATION_LOOP_MISSING("I7", "a loop that the guide demands is missing"),
    IMPLEMENTATION_SEGMENT_MISSING("I8", "a segment that the guide demands is missing"),
    IMPLEMENTATION_DEPENDENT_NOT_USED("I9", "another value forbids the segment, and it is there");

    private final String code;
    private final String meaning;

    SegmentCode(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The value of IK304. */
    public String code() {
        return code;
    }

    /** What it means, in our words. */
    public String meaning() {
        return meaning;
    }

    /** Whether only the implementation guide, not the base standard, is violated (IK502 I5 instead of 5). */
    public boolean guideOnly() {
        return code.charAt(0) == 'I';
    }
}
