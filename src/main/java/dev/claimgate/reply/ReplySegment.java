package dev.claimgate.reply;

import dev.claimgate.x12.Segment;
import dev.claimgate.x12.SegmentWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A segment kept to be passed on, free of the delimiters it came with.
 *
 * @param elements elements from the segment id on, each a list of its components
 */
public record ReplySegment(List<List<String>> elements) {

    public ReplySegment {
        elements = List.copyOf(elements);
    }

    static ReplySegment of(Segment segment) {
        List<List<String>> elements = new ArrayList<>();
        elements.add(List.of(segment.id()));
        for (int i = 1; i <= Math.min(segment.elementCount(), Segment.ELEMENTS_MAX); i++) {
            int parts = segment.splitComponents(i);
            String[] components = new String[parts];
            for (int part = 1; part <= parts; part++) {
                components[part - 1] = segment.component(i, part);
            }
            elements.add(List.of(components));
        }
        return new ReplySegment(elements);
    }

    public String id() {
        return elements.get(0).get(0);
    }

    /** Element {@code number}, its components joined by colons; empty when it was not sent. */
    public String element(int number) {
        return number < elements.size() ? String.join(":", elements.get(number)) : "";
    }

    public void writeTo(SegmentWriter writer) {
        writer.segment(id());
        for (List<String> element : elements.subList(1, elements.size())) {
            writer.composite(element.toArray(String[]::new));
        }
        writer.end();
    }
}
