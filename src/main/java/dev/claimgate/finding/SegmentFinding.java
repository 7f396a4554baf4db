package dev.claimgate.finding;

import java.util.List;

/**
 * One fault of one segment: an IK3 of the 999 with its IK4s.
 *
 * @param segmentId            id of the segment at fault (the missing one, when one is missing)
 * @param position             position in the transaction set, ST = 1; of a missing segment, where its absence was noticed
 * @param loop                 loop id such as {@code 2010AA}, empty for ST, SE and the like
 * @param code                 what is wrong; {@link SegmentCode#HAS_ELEMENT_ERRORS} exactly when {@code elements} is not empty
 * @param patientControlNumber CLM01 of the claim that the fault belongs to, empty outside a claim; patient data: never log it
 * @param trigger              what made it a fault, {@code null} if the fault stands alone
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

    /** Whether nothing here violates the base standard. */
    public boolean guideOnly() {
        return elements.isEmpty() ? code.guideOnly() : elements.stream().allMatch(e -> e.code().guideOnly());
    }
}
