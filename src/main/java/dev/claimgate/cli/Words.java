package dev.claimgate.cli;

import dev.claimgate.finding.ElementCode;
import dev.claimgate.finding.GroupCode;
import dev.claimgate.finding.SegmentCode;
import dev.claimgate.finding.SetCode;
import dev.claimgate.validation.AcknowledgmentCode;
import java.util.Locale;

/** Codes and figures in words for people. */
final class Words {
    /** Longest value of the file that is shown. */
    private static final int VALUE_CHARS_MAX = 60;

    private Words() {
    }

    /** Dollars with two decimals. */
    static String dollars(long cents) {
        String sign = cents < 0 ? "-" : "";
        long amount = Math.abs(cents);
        return String.format(Locale.ROOT, "%s%,d.%02d", sign, amount / 100, amount % 100);
    }

    /** {@code 1 claim}, {@code 2,300 claims}. */
    static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 2,300}. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A value of the file, in quotes and cut short. */
    static String quoted(String value) {
        boolean cut = value.length() > VALUE_CHARS_MAX;
        return '"' + plain(cut ? value.substring(0, VALUE_CHARS_MAX) : value) + (cut ? "...\"" : "\"");
    }

    /** A text with nothing in it that would steer a terminal. */
    static String plain(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c < 127 || c > 160;
            shown.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "\\x%02x", (int) c));
        }
        return shown.toString();
    }

    static String verdict(AcknowledgmentCode code) {
        return switch (code) {
            case A -> "accepted";
            case E -> "accepted, errors noted";
            case P -> "partly accepted";
            case R -> "REJECTED";
        };
    }

    static String fault(ElementCode code) {
        return switch (code) {
            case REQUIRED_MISSING -> "is missing";
            case CONDITIONAL_MISSING -> "is missing beside another element";
            case TOO_MANY_ELEMENTS -> "is one element too many";
            case TOO_SHORT -> "is too short";
            case TOO_LONG -> "is too long";
            case INVALID_CHARACTER -> "has a character that it must not have";
            case INVALID_CODE -> "is not a code of the standard";
            case INVALID_DATE -> "is not a date";
            case INVALID_TIME -> "is not a time";
            case EXCLUSION_VIOLATED -> "must not stand beside another element";
            case TOO_MANY_REPETITIONS -> "is repeated too often";
            case TOO_MANY_COMPONENTS -> "has too many components";
            case CODE_NOT_USED_IN_IMPLEMENTATION -> "is not a code of the guide";
            case IMPLEMENTATION_DEPENDENT_MISSING -> "is missing, and the guide asks for it here";
            case IMPLEMENTATION_NOT_USED, IMPLEMENTATION_DEPENDENT_NOT_USED -> "is not used here by the guide";
            case TOO_FEW_REPETITIONS -> "is repeated too seldom";
            case PATTERN_MISMATCH -> "does not have the form the guide asks for";
        };
    }

    static String fault(SegmentCode code) {
        return switch (code) {
            case UNRECOGNIZED_ID -> "is not a segment of the standard";
            case UNEXPECTED -> "is not expected here";
            case REQUIRED_MISSING, IMPLEMENTATION_SEGMENT_MISSING -> "is missing";
            case LOOP_OVER_MAXIMUM -> "begins a loop more often than allowed";
            case OVER_MAXIMUM_USE -> "is repeated more often than allowed";
            case NOT_IN_TRANSACTION_SET -> "does not belong to this transaction set";
            case OUT_OF_SEQUENCE -> "is not in its place";
            case HAS_ELEMENT_ERRORS -> "has faulty elements";
            case IMPLEMENTATION_NOT_USED, IMPLEMENTATION_DEPENDENT_NOT_USED -> "is not used here by the guide";
            case IMPLEMENTATION_DEPENDENT_MISSING -> "is missing, and the guide asks for it here";
            case IMPLEMENTATION_LOOP_MISSING -> "is missing, and its loop with it";
        };
    }

    static String fault(SetCode code) {
        return switch (code) {
            case NOT_SUPPORTED -> "this transaction set is not supported";
            case TRAILER_MISSING -> "the SE segment is missing";
            case CONTROL_NUMBERS_DIFFER -> "ST02 and SE02 differ";
            case SEGMENT_COUNT_WRONG -> "SE01 is not the number of segments";
            case SEGMENTS_IN_ERROR -> "segments are in error";
            case INVALID_IDENTIFIER -> "ST01 is missing or not valid";
            case INVALID_CONTROL_NUMBER -> "ST02 is missing or not valid";
            case NOT_IN_FUNCTIONAL_GROUP -> "the set does not belong to this functional group";
            case INVALID_IMPLEMENTATION_REFERENCE -> "ST03 is not valid";
            case CONTROL_NUMBER_NOT_UNIQUE -> "ST02 was used before in this functional group";
            case IMPLEMENTATION_SEGMENTS_IN_ERROR -> "segments break the implementation guide";
            case IMPLEMENTATION_NOT_SUPPORTED -> "this implementation guide is not supported";
        };
    }

    static String fault(GroupCode code) {
        return switch (code) {
            case NOT_SUPPORTED -> "this functional group is not supported";
            case VERSION_NOT_SUPPORTED -> "the version in GS08 is not supported";
            case TRAILER_MISSING -> "the GE segment is missing";
            case CONTROL_NUMBERS_DIFFER -> "GS06 and GE02 differ";
            case SET_COUNT_WRONG -> "GE01 is not the number of transaction sets";
            case CONTROL_NUMBER_SYNTAX -> "the control number in GS06 is not valid";
            case CONTROL_NUMBER_NOT_UNIQUE -> "GS06 was used before in this interchange";
        };
    }
}
