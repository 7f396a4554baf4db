package dev.claimgate.xml;

import dev.claimgate.guide.Slot;
import dev.claimgate.x12.Segment;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes segments with those of their elements that hold something. Elements are called as people call them: CLM05-1. */
final class SegmentTags {
    private static final Map<String, String> ENVELOPE = Map.of("ISA", "Interchange Control Header", "GS",
            "Functional Group Header", "GE", "Functional Group Trailer", "IEA", "Interchange Control Trailer");
    /** ISA11 and ISA16 hold delimiters by right. */
    private static final String HOLDS_DELIMITERS = "ISA";

    private final Tags tags;

    SegmentTags(Tags tags) {
        this.tags = tags;
    }

    /** One that has no place in a guide. */
    void write(Segment segment) {
        write(segment, ENVELOPE.getOrDefault(segment.id(), ""), Optional.empty());
    }

    void write(Segment segment, Slot slot) {
        write(segment, slot.name(), Optional.of(slot));
    }

    private void write(Segment segment, String name, Optional<Slot> slot) {
        tags.open("segment", "id", segment.id(), "name", name);
        for (int element = 1; element <= Math.min(segment.elementCount(), Segment.ELEMENTS_MAX); element++) {
            if (segment.has(element)) {
                element(segment, element, slot);
            }
        }
        tags.close();
    }

    private void element(Segment segment, int element, Optional<Slot> slot) {
        String id = segment.id() + (element < 10 ? "0" : "") + element;
        String name = slot.map(place -> place.elementName(element)).orElse("");
        String text = segment.text(element);
        if (segment.id().equals(HOLDS_DELIMITERS)) {
            tags.text("element", text.strip(), "id", id);
            return;
        }
        for (String repetition : split(text, segment.delimiters().repetition())) {
            if (repetition.indexOf(segment.delimiters().component()) < 0) {
                tags.text("element", repetition, "id", id, "name", name);
            } else {
                composite(segment, element, id, name, repetition, slot);
            }
        }
    }

    private void composite(Segment segment, int element, String id, String name, String text, Optional<Slot> slot) {
        tags.open("element", "id", id, "name", name);
        int component = 0;
        for (String part : split(text, segment.delimiters().component())) {
            int position = ++component;
            if (!part.isEmpty()) {
                tags.text("component", part, "id", id + "-" + position,
                        "name", slot.map(place -> place.componentName(element, position)).orElse(""));
            }
        }
        tags.close();
    }

    private static String[] split(String text, byte delimiter) {
        String separator = new String(new byte[] {delimiter}, StandardCharsets.ISO_8859_1);
        return text.contains(separator) ? text.split(Pattern.quote(separator), -1) : new String[] {text};
    }
}
