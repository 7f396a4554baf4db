package dev.claimgate.payer;

import dev.claimgate.store.FilePart;
import dev.claimgate.store.SourceInterchange;
import dev.claimgate.x12.SegmentCursor;
import java.util.Optional;

/** The first segment of a kind in a level as received; one that was not sent has only empty elements. */
final class SourceSegment {
    private final Optional<SegmentCursor> segment;

    private SourceSegment(Optional<SegmentCursor> segment) {
        this.segment = segment;
    }

    /** @param qualifier what element 01 must be */
    static SourceSegment find(FilePart part, SourceInterchange source, String id, String qualifier) {
        SegmentCursor segment = new SegmentCursor(part.bytes(), source.delimiters());
        while (segment.next()) {
            if (segment.idIs(id) && segment.element(1).equals(qualifier)) {
                return new SourceSegment(Optional.of(segment));
            }
        }
        return new SourceSegment(Optional.empty());
    }

    String element(int number) {
        return segment.map(found -> found.element(number)).orElse("");
    }
}
