package dev.claimgate.validation;

import dev.claimgate.finding.InterchangeCode;
import dev.claimgate.x12.Delimiters;
import dev.claimgate.x12.Segment;
import java.util.EnumSet;
import java.util.Set;

/** The rules of the ISA segment (X12.5, release 00501, as HIPAA interchanges use it), each with its TA1 note code. */
final class InterchangeCheck {
    static final Set<String> QUALIFIERS = Set.of("01", "14", "20", "27", "28", "29", "30", "33", "ZZ");

    /** ISA11 of releases before 00402. */
    private static final byte US_STANDARDS = 'U';

    private InterchangeCheck() {
    }

    /** Every note code that applies, in the order of the elements. */
    static Set<InterchangeCode> notes(Segment isa, boolean fixedWidth) {
        Set<InterchangeCode> notes = EnumSet.noneOf(InterchangeCode.class);
        parties(isa, notes);
        demand(notes, isDate(isa), InterchangeCode.DATE);
        demand(notes, isa.text(10).matches("([01]\\d|2[0-3])[0-5]\\d"), InterchangeCode.TIME);
        demand(notes, isa.text(12).matches("\\d{5}"), InterchangeCode.VERSION_ID);
        demand(notes, !isa.text(12).matches("\\d{5}") || isa.text(12).equals("00501"), InterchangeCode.VERSION_NOT_SUPPORTED);
        demand(notes, isa.text(13).matches("\\d{9}"), InterchangeCode.CONTROL_NUMBER);
        demand(notes, isa.text(14).matches("[01]"), InterchangeCode.ACKNOWLEDGMENT_REQUESTED);
        demand(notes, isa.text(15).matches("[PT]"), InterchangeCode.USAGE_INDICATOR);
        delimiters(isa.delimiters(), notes);
        if (!fixedWidth && notes.isEmpty()) {
            notes.add(InterchangeCode.CONTROL_STRUCTURE);
        }
        return notes;
    }

    private static void parties(Segment isa, Set<InterchangeCode> notes) {
        demand(notes, isa.text(1).matches("00|03"), InterchangeCode.AUTHORIZATION_QUALIFIER);
        demand(notes, isa.length(2) == 10, InterchangeCode.AUTHORIZATION_INFORMATION);
        demand(notes, isa.text(3).matches("00|01"), InterchangeCode.SECURITY_QUALIFIER);
        demand(notes, isa.length(4) == 10, InterchangeCode.SECURITY_INFORMATION);
        demand(notes, QUALIFIERS.contains(isa.text(5)), InterchangeCode.SENDER_QUALIFIER);
        demand(notes, isa.length(6) == 15 && !isa.text(6).isBlank(), InterchangeCode.SENDER_ID);
        demand(notes, QUALIFIERS.contains(isa.text(7)), InterchangeCode.RECEIVER_QUALIFIER);
        demand(notes, isa.length(8) == 15 && !isa.text(8).isBlank(), InterchangeCode.RECEIVER_ID);
    }

    private static void delimiters(Delimiters delimiters, Set<InterchangeCode> notes) {
        byte repetition = delimiters.repetition();
        boolean repetitionFree = repetition != delimiters.element() && repetition != delimiters.component()
                && repetition != delimiters.segment();
        demand(notes, repetition != US_STANDARDS, InterchangeCode.STANDARD_NOT_SUPPORTED);
        demand(notes, repetition == US_STANDARDS || separates(repetition) && repetitionFree, InterchangeCode.STANDARDS_ID);
        demand(notes, separates(delimiters.element()), InterchangeCode.ELEMENT_SEPARATOR);
        demand(notes, separates(delimiters.component()), InterchangeCode.COMPONENT_SEPARATOR);
        demand(notes, !Delimiters.alphanumeric(delimiters.segment()) && delimiters.segment() != delimiters.component(),
                InterchangeCode.TERMINATOR_INVALID);
    }

    /** What may separate: printable characters but letters, digits and blanks, and the control characters that X12 knows. */
    private static boolean separates(byte b) {
        boolean control = b == 7 || b == '\t' || b == 11 || b == 12 || b >= 0x1c && b <= 0x1f;
        return !Delimiters.alphanumeric(b) && b > ' ' && b < 127 || control;
    }

    private static boolean isDate(Segment isa) {
        return isa.text(9).matches("\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
    }

    private static void demand(Set<InterchangeCode> notes, boolean holds, InterchangeCode otherwise) {
        if (!holds) {
            notes.add(otherwise);
        }
    }
}
