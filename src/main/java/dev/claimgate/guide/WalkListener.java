package dev.claimgate.guide;

import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.x12.Segment;

/** Hears how a transaction set goes through its guide. */
public interface WalkListener {
    /**
     * A segment has found its place. Loops that it closes were checked before; its own elements are checked after.
     *
     * @param position in the transaction set, ST = 1
     */
    void placed(Slot slot, Segment segment, int position);

    /** A fault, in the order found; its patient control number is empty. */
    void found(SegmentFinding finding);
}
