package dev.claimgate.guide;

import java.util.List;

/** A composite data element of the base standard, such as {@code C022}. */
record BaseComposite(String id, List<RelationalNote> notes, List<BaseElement> components) {
}
