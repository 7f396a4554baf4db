package dev.claimgate.finding;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One fault of one segment: an IK3 of the 999 with its IK4s.
 *
 * @param segmentId            id of the segment at fault (the missing one, when one is missing)
 * @param position             position in the transaction set, ST = 1; of a missing segment, where its absence was noticed
 * @param loop                 loop id such as {@code 2010AA}, empty for ST, SE and the like
 * @param code                 what is wrong; {@link SegmentCode#HAS_ELEMENT_ERRORS} exactly when {@code elements} is not empty
 * @param patientControlNumber CLM01 of the claim that the fault belongs to, empty outside a claim; patient data: never log it
 * @param trigger              what made it, or the first of its elements that has a trigger, a fault; {@code null} if none has
 * @param elements             faults of its data elements
 * @param expected             what would be right, in plain words
 */
public record SegmentFinding(String segmentId, int position, String loop, SegmentCode code,
                             String patientControlNumber, SituationalTrigger trigger,
                             List<ElementFinding> elements, String expected) {

    public SegmentFinding {
        elements = List.copyOf(elements);
        if (elements.isEmpty() == (code == SegmentCode.HAS_ELEMENT_ERRORS)) {
            throw new IllegalArgumentException("code 8 goes with element findings, and only with them");
        }
    }

    /** The same fault with the claim it belongs to. */
    public SegmentFinding inClaim(String number) {
        return new SegmentFinding(segmentId, position, loop, code, number, trigger, elements, expected);
    }

    /** This fault and another one of elements of the same segment as one, each element once, in their order. */
    public SegmentFinding and(SegmentFinding other) {
        List<ElementFinding> all = Stream.concat(elements.stream(), other.elements.stream()).distinct()
                .sorted(Comparator.comparingInt(ElementFinding::element).thenComparingInt(ElementFinding::component)).toList();
        return new SegmentFinding(segmentId, position, loop, code, patientControlNumber, trigger == null ? other.trigger : trigger,
                all, expected);
    }

    /** Whether both tell of elements of one segment. */
    public boolean sameSegment(SegmentFinding other) {
        return position == other.position && !elements.isEmpty() && !other.elements.isEmpty();
    }

    /** Whether nothing here violates the base standard. */
    public boolean guideOnly() {
        return elements.isEmpty() ? code.guideOnly() : elements.stream().allMatch(e -> e.code().guideOnly());
    }
}
