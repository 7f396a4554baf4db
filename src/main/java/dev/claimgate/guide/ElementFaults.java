package dev.claimgate.guide;

import dev.claimgate.finding.ElementCode;
import dev.claimgate.x12.CharClass;
import java.nio.charset.StandardCharsets;

/** Which code a fault of a value gets. */
final class ElementFaults {
    private ElementFaults() {
    }

    /** A code that the base standard knows and the guide does not use is I6; one that nobody knows is 7. */
    static ElementCode codeFault(DataElement element, byte[] bytes, int from, int to) {
        boolean known = element.codes().open() || element.codes().contains(bytes, from, to);
        return known ? ElementCode.CODE_NOT_USED_IN_IMPLEMENTATION : ElementCode.INVALID_CODE;
    }

    /** The fault of a qualifier that fits no place. */
    static ElementCode keyFault(DataElement element, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length < element.lengthMin()) {
            return ElementCode.TOO_SHORT;
        }
        return bytes.length > element.lengthMax() ? ElementCode.TOO_LONG : codeFault(element, bytes, 0, bytes.length);
    }

    /** Letters in a date or time make it an invalid date or time; elsewhere, and where no text may hold it, a character is invalid. */
    static ElementCode characterFault(DataElement element, int kinds) {
        boolean text = (kinds & ~CharClass.TEXT) == 0;
        return switch (element.type()) {
            case DT -> text ? ElementCode.INVALID_DATE : ElementCode.INVALID_CHARACTER;
            case TM -> text ? ElementCode.INVALID_TIME : ElementCode.INVALID_CHARACTER;
            default -> ElementCode.INVALID_CHARACTER;
        };
    }

    static String formatHint(ElementCode fault) {
        return switch (fault) {
            case INVALID_DATE -> ", a date of the calendar as CCYYMMDD";
            case INVALID_TIME -> ", a time as HHMM";
            case INVALID_CHARACTER -> ", a number";
            default -> "";
        };
    }
}
