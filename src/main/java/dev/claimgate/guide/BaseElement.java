package dev.claimgate.guide;

/**
 * One position of a segment or composite in the base standard.
 *
 * @param position   from 1
 * @param mandatory  whether the base standard demands it
 * @param element    its data element, {@code null} when it is a composite
 * @param composite  its composite, {@code null} when it is simple
 * @param repeatMax  how often it may repeat
 */
record BaseElement(int position, boolean mandatory, DataElement element, BaseComposite composite, int repeatMax) {

    String number() {
        return element == null ? composite.id() : element.number();
    }
}
