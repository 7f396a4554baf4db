package dev.claimgate.guide;

import java.util.List;

/**
 * A segment of the base standard.
 *
 * @param id           such as {@code NM1}
 * @param keyElement   element whose value tells apart the places of this segment in a guide, 0 if none does
 * @param keyComponent its component, 0 when it is simple
 */
record BaseSegment(String id, int keyElement, int keyComponent, List<RelationalNote> notes, List<BaseElement> elements) {
}
