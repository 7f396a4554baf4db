package dev.claimgate.finding;

/**
 * Implementation data element syntax error codes of the 999 (IK403, data element 621). There is no 11. An element that only
 * the guide demands is missing with I9, not with 1 (X12 interpretation 2502).
 */
public enum ElementCode {
    REQUIRED_MISSING("1", "an element that the base standard demands is missing"),
    CONDITIONAL_MISSING("2", "an element that others of the segment demand is missing"),
    TOO_MANY_ELEMENTS("3", "the segment has more elements than the standard knows"),
    TOO_SHORT("4", "the value is shorter than its minimum"),
    TOO_LONG("5", "the value is longer than its maximum"),
    INVALID_CHARACTER("6", "the value has a character that its type does not allow"),
    INVALID_CODE("7", "the value is none of the codes, or not the number that is due"),
    INVALID_DATE("8", "the value is no date"),
    INVALID_TIME("9", "the value is no time"),
    EXCLUSION_VIOLATED("10", "of two elements only one may be sent"),
    TOO_MANY_REPETITIONS("12", "the element is repeated more often than it may"),
    TOO_MANY_COMPONENTS("13", "the composite has more components than the standard knows"),
    CODE_NOT_USED_IN_IMPLEMENTATION("I6", "the standard knows the code, the guide does not use it here"),
    IMPLEMENTATION_DEPENDENT_MISSING("I9", "an element that the guide demands is missing"),
    IMPLEMENTATION_NOT_USED("I10", "the guide does not use the element here"),
    TOO_FEW_REPETITIONS("I11", "the element is repeated less often than the guide demands"),
    PATTERN_MISMATCH("I12", "the value has not the form that the guide demands"),
    IMPLEMENTATION_DEPENDENT_NOT_USED("I13", "another value forbids the element, and it is there");

    private final String code;
    private final String meaning;

    ElementCode(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The value of IK403. */
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
