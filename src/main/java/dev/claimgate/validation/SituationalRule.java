package dev.claimgate.validation;

import dev.claimgate.guide.Slot;
import dev.claimgate.x12.Segment;

/**
 * A rule of the 837P guide that joins several places: what stands at one makes something at another required or forbidden.
 * Sees the placed segments it asks for, in the order of the file, and keeps what it needs of the claim or level at hand. One
 * instance serves one transaction set after the other on one thread; it allocates nothing unless it finds a fault.
 */
public interface SituationalRule {
    /** Short name of the rule in documentation. */
    String id();

    /** Where the 999 tells of it, such as {@code IK304 I6}. */
    String codes();

    /** What the rule asks for, as a biller would say it. */
    String explanation();

    /** Loop and element of 005010X222A1 and any ruling it rests on. */
    String source();

    /** Whether the rule wants to see what stands at this place. */
    boolean watches(Slot slot);

    /** A segment at a place that the rule watches. */
    void placed(Slot slot, Segment segment, int position, SituationalFaults faults);

    /** All of the claim that was begun by the last CLM has been seen. Not called for a claim that the file breaks off. */
    default void claimEnds(SituationalFaults faults) {
    }
}
