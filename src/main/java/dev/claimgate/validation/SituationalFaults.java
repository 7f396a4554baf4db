package dev.claimgate.validation;

import dev.claimgate.finding.SegmentFinding;

/** Takes what a situational rule finds, and tells it when something that seems missing may only be misplaced or misspelt. */
public interface SituationalFaults {
    void add(SegmentFinding fault);

    /** Whether a structural fault of the claim at hand may be why a segment of this id was not seen. */
    boolean hiddenInClaim(String segmentId);

    /** Whether a structural fault of the subscriber's level may be why a segment of this id was not seen. */
    boolean hiddenInSubscriber(String segmentId);
}
