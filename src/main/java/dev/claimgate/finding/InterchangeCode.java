package dev.claimgate.finding;

/**
 * Interchange note codes of the TA1 (TA105, data element I18). 028 to 031 answer requests for deferred delivery, which no ISA
 * makes.
 */
public enum InterchangeCode {
    NO_ERROR("000", "no error"),
    CONTROL_NUMBERS_DIFFER("001", "ISA13 and IEA02 differ"),
    STANDARD_NOT_SUPPORTED("002", "ISA11 names the standard as before release 00402 (U)"),
    VERSION_NOT_SUPPORTED("003", "the control version in ISA12 is not 00501"),
    TERMINATOR_INVALID("004", "the segment terminator cannot be used"),
    SENDER_QUALIFIER("005", "the sender's id qualifier in ISA05 is not valid"),
    SENDER_ID("006", "the sender's id in ISA06 is not valid"),
    RECEIVER_QUALIFIER("007", "the receiver's id qualifier in ISA07 is not valid"),
    RECEIVER_ID("008", "the receiver's id in ISA08 is not valid"),
    RECEIVER_UNKNOWN("009", "the receiver's id in ISA08 is not ours"),
    AUTHORIZATION_QUALIFIER("010", "ISA01 is not valid"),
    AUTHORIZATION_INFORMATION("011", "ISA02 is not valid"),
    SECURITY_QUALIFIER("012", "ISA03 is not valid"),
    SECURITY_INFORMATION("013", "ISA04 is not valid"),
    DATE("014", "the date in ISA09 is not valid"),
    TIME("015", "the time in ISA10 is not valid"),
    STANDARDS_ID("016", "the repetition separator in ISA11 cannot be used"),
    VERSION_ID("017", "ISA12 is not valid"),
    CONTROL_NUMBER("018", "the control number is not nine digits"),
    ACKNOWLEDGMENT_REQUESTED("019", "ISA14 is neither 0 nor 1"),
    USAGE_INDICATOR("020", "ISA15 is neither P nor T"),
    GROUP_COUNT("021", "IEA01 is not the number of functional groups"),
    CONTROL_STRUCTURE("022", "the envelope's segments are not in their order"),
    PREMATURE_END("023", "the file ends inside the interchange"),
    CONTENT("024", "what stands inside the interchange is no functional group, or one whose GS no 999 could repeat"),
    DUPLICATE_CONTROL_NUMBER("025", "this control number was received before"),
    ELEMENT_SEPARATOR("026", "the data element separator cannot be used"),
    COMPONENT_SEPARATOR("027", "the component separator in ISA16 cannot be used");

    private final String code;
    private final String meaning;

    InterchangeCode(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The value of TA105. */
    public String code() {
        return code;
    }

    /** What it means, in our words. */
    public String meaning() {
        return meaning;
    }
}
