package dev.claimgate.finding;

/**
 * One fault in one data element: an IK4 of the 999.
 *
 * @param element     position in the segment, 1-based
 * @param component   position in the composite, 1-based; 0 when the element is simple or the whole composite is meant
 * @param repetition  which repetition, 1-based; 0 when the element does not repeat
 * @param dataElement number in the data element dictionary, empty if there is none (too many elements)
 * @param code        what is wrong
 * @param badValue    the value received, empty when absent; may hold patient data: never log it
 * @param expected    what would be right, in plain words
 * @param trigger     what made it a fault, {@code null} if the element is wrong by itself
 */
public record ElementFinding(int element, int component, int repetition, String dataElement,
                             ElementCode code, String badValue, String expected, SituationalTrigger trigger) {

    /** A fault that needs no other place to be one. */
    public ElementFinding(int element, int component, int repetition, String dataElement, ElementCode code, String badValue,
                          String expected) {
        this(element, component, repetition, dataElement, code, badValue, expected, null);
    }

    /** The same fault with the place that brought it about. */
    public ElementFinding because(SituationalTrigger cause) {
        return new ElementFinding(element, component, repetition, dataElement, code, badValue, expected, cause);
    }

    /** The element as people say it, such as {@code CLM05-3}. */
    public String reference(String segmentId) {
        String reference = segmentId + (element < 10 ? "0" : "") + element;
        return component == 0 ? reference : reference + "-" + component;
    }
}
