package dev.claimgate.guide;

import dev.claimgate.x12.Segment;
import java.util.List;

/** What the elements of a segment, or the components of a composite, must be; presence questions are tests on bit masks. */
final class StructureRule {
    private final ElementRule[] elements;
    private final RelationalNote[] notes;
    private final long required;
    private final long mandatory;
    private final long notUsed;
    private final QuickCheck[] quick;

    StructureRule(List<ElementRule> elements, List<RelationalNote> notes) {
        this.elements = elements.toArray(new ElementRule[0]);
        this.notes = notes.toArray(new RelationalNote[0]);
        long required = 0;
        long mandatory = 0;
        long notUsed = 0;
        for (ElementRule element : elements) {
            long bit = 1L << element.position();
            required |= element.usage().required() ? bit : 0;
            mandatory |= element.usage() == Usage.MANDATORY ? bit : 0;
            notUsed |= element.usage() == Usage.NOT_USED ? bit : 0;
        }
        this.required = required;
        this.mandatory = mandatory;
        this.notUsed = notUsed;
        quick = new QuickCheck[this.elements.length + 1];
        for (ElementRule element : elements) {
            quick[element.position()] = QuickCheck.of(element);
        }
    }

    /** Whether an element is right for sure; if not, it is to be looked at closely. */
    boolean surelyRight(int position, Segment segment) {
        QuickCheck check = quick[position];
        return check != null && check.passes(segment, position);
    }

    /** The same of a component, of a composite that holds text and nothing else. */
    boolean surelyRightText(int position, byte[] bytes, int from, int to) {
        QuickCheck check = quick[position];
        return check != null && check.passesText(bytes, from, to);
    }

    int size() {
        return elements.length;
    }

    /** The rule of a position, from 1. */
    ElementRule element(int position) {
        return elements[position - 1];
    }

    RelationalNote[] notes() {
        return notes;
    }

    long required() {
        return required;
    }

    /** Those of {@link #required} that the base standard demands too. */
    long mandatory() {
        return mandatory;
    }

    long notUsed() {
        return notUsed;
    }
}
