package dev.claimgate.guide;

import dev.claimgate.finding.ElementCode;
import dev.claimgate.finding.ElementFinding;
import dev.claimgate.x12.CharClass;
import dev.claimgate.x12.Segment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Checks the elements of one segment against its structure; allocates only when something is wrong. Not thread-safe. */
final class ElementCheck {
    private final List<ElementFinding> findings = new ArrayList<>();
    private Segment segment;

    /**
     * Whether the segment is clean; if not, {@link #takeFindings} tells why.
     *
     * @param proven elements whose value needs no look
     */
    boolean check(StructureRule rule, Segment segment, long proven) {
        this.segment = segment;
        long present = segment.present();
        long wanting = checkPresence(rule, present, 0);
        if (segment.elementCount() > rule.size()) {
            found(rule.size() + 1, 0, "", ElementCode.TOO_MANY_ELEMENTS, "", "at most " + rule.size() + " elements");
        }
        long checked = present & ~rule.notUsed() & ~wanting & ~proven & (1L << rule.size() + 1) - 1;
        for (long rest = checked; rest != 0; rest &= rest - 1) {
            int position = Long.numberOfTrailingZeros(rest);
            if (!rule.surelyRight(position, segment)) {
                element(rule.element(position), position);
            }
        }
        return findings.isEmpty();
    }

    List<ElementFinding> takeFindings() {
        findings.sort(java.util.Comparator.comparingInt(ElementFinding::element).thenComparingInt(ElementFinding::component));
        List<ElementFinding> taken = List.copyOf(findings);
        findings.clear();
        return taken;
    }

    /** Reports what is missing or should not be there; gives the positions reported, so that each is told once. */
    private long checkPresence(StructureRule rule, long present, int composite) {
        long reported = 0;
        for (RelationalNote note : rule.notes()) {
            if (note.plainlyHolds(present)) {
                continue;
            }
            long missing = note.missing(present) & ~reported & ~rule.notUsed();
            long excess = note.excess(present) & ~reported;
            if ((missing | excess) != 0) {
                reported |= missing | excess;
                each(missing, rule, composite, ElementCode.CONDITIONAL_MISSING);
                each(excess, rule, composite, ElementCode.EXCLUSION_VIOLATED);
            }
        }
        long missing = rule.required() & ~present & ~reported;
        if (missing != 0) {
            each(missing & rule.mandatory(), rule, composite, ElementCode.REQUIRED_MISSING);
            each(missing & ~rule.mandatory(), rule, composite, ElementCode.IMPLEMENTATION_DEPENDENT_MISSING);
        }
        long notUsed = rule.notUsed() & present & ~reported;
        if (notUsed != 0) {
            each(notUsed, rule, composite, ElementCode.IMPLEMENTATION_NOT_USED);
        }
        return reported;
    }

    private void each(long positions, StructureRule rule, int composite, ElementCode code) {
        for (long rest = positions; rest != 0; rest &= rest - 1) {
            int position = Long.numberOfTrailingZeros(rest);
            ElementRule element = rule.element(position);
            String value = code == ElementCode.IMPLEMENTATION_NOT_USED || code == ElementCode.EXCLUSION_VIOLATED
                    ? text(composite, position) : "";
            found(composite == 0 ? position : composite, composite == 0 ? 0 : position, element.number(), code, value,
                    expectation(code, element));
        }
    }

    private static String expectation(ElementCode code, ElementRule element) {
        return switch (code) {
            case IMPLEMENTATION_NOT_USED -> "nothing, the guide does not use this element";
            case EXCLUSION_VIOLATED -> "nothing, another element excludes this one";
            case CONDITIONAL_MISSING -> label(element) + ", because a related element was sent";
            default -> label(element);
        };
    }

    private static String label(ElementRule element) {
        String codes = element.codes().open() ? "" : ", one of " + String.join(" ", element.codes().codes());
        return (element.name().isEmpty() ? "a value" : element.name()) + codes;
    }

    private String text(int composite, int position) {
        return composite == 0 ? segment.text(position) : segment.component(composite, position);
    }

    private void element(ElementRule rule, int position) {
        int kinds = segment.kinds(position);
        if ((kinds & CharClass.REPETITION) != 0) {
            repetitions(rule, position);
        } else if (rule.composite() != null) {
            composite(rule, position);
        } else if (rule.element() != null) {
            simple(rule, position, 0, segment.start(position), segment.end(position), kinds);
        }
    }

    private void repetitions(ElementRule rule, int position) {
        int count = 1;
        for (int i = segment.start(position); i < segment.end(position); i++) {
            count += segment.bytes()[i] == segment.delimiters().repetition() ? 1 : 0;
        }
        if (count > rule.repeatMax()) {
            found(position, 0, rule.number(), ElementCode.TOO_MANY_REPETITIONS, segment.text(position),
                    "at most " + rule.repeatMax() + (rule.repeatMax() == 1 ? " value" : " values"));
        }
    }

    private void composite(ElementRule rule, int position) {
        StructureRule parts = rule.composite();
        int sent = segment.splitComponents(position);
        if (sent > parts.size()) {
            found(position, parts.size() + 1, rule.number(), ElementCode.TOO_MANY_COMPONENTS, "",
                    "at most " + parts.size() + " components");
            sent = parts.size();
        }
        long present = 0;
        for (int c = 1; c <= sent; c++) {
            present |= segment.componentEnd(c) > segment.componentStart(c) ? 1L << c : 0;
        }
        long reported = checkPresence(parts, present, position);
        boolean plain = (segment.kinds(position) & ~(CharClass.TEXT | CharClass.COMPONENT)) == 0;
        for (long rest = present & ~parts.notUsed() & ~reported; rest != 0; rest &= rest - 1) {
            int c = Long.numberOfTrailingZeros(rest);
            int from = segment.componentStart(c);
            int to = segment.componentEnd(c);
            if (plain && parts.surelyRightText(c, segment.bytes(), from, to)) {
                continue;
            }
            simple(parts.element(c), position, c, from, to, kinds(parts.element(c), position, from, to));
        }
    }

    /** The kinds of the whole composite answer for a part that may hold any text; only numbers and dates are looked at again. */
    private int kinds(ElementRule rule, int position, int from, int to) {
        boolean plain = (segment.kinds(position) & ~(CharClass.TEXT | CharClass.COMPONENT)) == 0;
        return plain && rule.element().type().text() ? CharClass.UPPER
                : CharClass.of(segment.bytes(), from, to, segment.delimiters());
    }

    private void simple(ElementRule rule, int position, int component, int from, int to, int kinds) {
        DataElement element = rule.element();
        ElementCode fault = null;
        String expected = "";
        if (!element.type().allows(kinds)) {
            boolean parts = (kinds & CharClass.COMPONENT) != 0;
            fault = parts ? ElementCode.TOO_MANY_COMPONENTS : ElementFaults.characterFault(element, kinds);
            expected = parts ? "one value, not a composite" : "only characters of type " + element.type();
        } else {
            // Most numbers are digits only: then their length is their digits and nothing is left to look at.
            boolean plain = kinds == CharClass.DIGIT || !element.type().number();
            int length = plain ? to - from : Values.digits(segment.bytes(), from, to);
            if (length < element.lengthMin() || length > element.lengthMax()) {
                fault = length < element.lengthMin() ? ElementCode.TOO_SHORT : ElementCode.TOO_LONG;
                expected = lengthOf(element);
            } else if (!rule.codes().open() && !rule.codes().contains(segment.bytes(), from, to)) {
                fault = ElementFaults.codeFault(element, segment.bytes(), from, to);
                expected = label(rule);
            } else {
                fault = format(rule, kinds, from, to);
                expected = fault == null ? "" : label(rule) + ElementFaults.formatHint(fault);
            }
        }
        if (fault != null) {
            found(position, component, rule.number(), fault,
                    new String(segment.bytes(), from, to - from, StandardCharsets.ISO_8859_1), expected);
        }
    }

    private ElementCode format(ElementRule rule, int kinds, int from, int to) {
        byte[] bytes = segment.bytes();
        switch (rule.element().type()) {
            case DT:
                return Values.isDate(bytes, from, to) ? null : ElementCode.INVALID_DATE;
            case TM:
                return Values.isTime(bytes, from, to) ? null : ElementCode.INVALID_TIME;
            case R, N:
                return kinds == CharClass.DIGIT || Values.isNumber(bytes, from, to) ? null : ElementCode.INVALID_CHARACTER;
            default:
                break;
        }
        if (rule.formatElement() != 0 && !Values.fits(segment.packed(rule.formatElement()), bytes, from, to)) {
            return ElementCode.INVALID_DATE;
        }
        if (rule.pattern() != null && !rule.pattern().matcher(
                new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)).matches()) {
            return ElementCode.PATTERN_MISMATCH;
        }
        return null;
    }

    private static String lengthOf(DataElement element) {
        String unit = element.type().number() ? " digits" : " characters";
        return element.lengthMin() == element.lengthMax() ? element.lengthMin() + unit
                : element.lengthMin() + " to " + element.lengthMax() + unit;
    }

    private void found(int element, int component, String number, ElementCode code, String value, String expected) {
        findings.add(new ElementFinding(element, component, 0, number, code, value, expected));
    }
}
