package dev.claimgate.validation;

import dev.claimgate.finding.ElementFinding;
import dev.claimgate.finding.SegmentCode;
import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.finding.SituationalTrigger;
import dev.claimgate.guide.Slot;
import java.util.List;

/** How situational rules put what they find. */
final class Situations {
    private Situations() {
    }

    static boolean isAt(Slot slot, String loopId, String segmentId) {
        return slot.loopId().equals(loopId) && slot.segmentId().equals(segmentId);
    }

    /** A segment that the trigger makes required: IK304 I6. */
    static SegmentFinding missing(String segmentId, int position, String loop, SituationalTrigger trigger, String expected) {
        return new SegmentFinding(segmentId, position, loop, SegmentCode.IMPLEMENTATION_DEPENDENT_MISSING, "", trigger, List.of(),
                expected);
    }

    /** A segment whose elements are at fault because of the trigger: IK304 8. */
    static SegmentFinding faulty(Slot slot, int position, SituationalTrigger trigger, List<ElementFinding> elements) {
        return new SegmentFinding(slot.segmentId(), position, slot.loopId(), SegmentCode.HAS_ELEMENT_ERRORS, "", trigger,
                elements.stream().map(element -> element.because(trigger)).toList(), slot.name());
    }
}
