package dev.claimgate.guide;

import dev.claimgate.finding.ElementCode;
import dev.claimgate.finding.ElementFinding;
import dev.claimgate.finding.SegmentCode;
import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.x12.Segment;
import java.util.List;

/** A segment whose qualifier fits no place that a guide has for it: guesses the place that was meant, so that one fault is told. */
final class WrongQualifier {
    private final Guide guide;
    private final OpenLoops open;
    private final HierarchyCheck hierarchy;
    private final Walker walker;
    private boolean placed;

    WrongQualifier(Guide guide, OpenLoops open, HierarchyCheck hierarchy, Walker walker) {
        this.guide = guide;
        this.open = open;
        this.hierarchy = hierarchy;
        this.walker = walker;
    }

    /** Whether some place within reach takes such a segment with another qualifier; if so the fault has been told. */
    boolean takes(Slot current, Segment segment) {
        // An HL that numbers not even itself names no level: its empty HL02 does not make it the topmost.
        Slot level = segment.idKey() == HierarchyCheck.HL && segment.has(1) ? levelNamed(segment) : null;
        Slot slot = level == null ? placeWithOtherKey(current, segment.idKey()) : level;
        if (slot == null) {
            slot = placeBehind(segment);
        }
        if (slot == null) {
            return false;
        }
        LoopRule counts = slot.first() ? slot.loop().parent() : slot.loop();
        int child = slot.first() ? slot.loop().child() : slot.child();
        boolean stillEmpty = required(counts, child) && (!open.isOpen(counts) || !open.saw(counts, child));
        placed = level != null || stillEmpty;
        if (placed) {
            walker.arrive(slot, segment, false);
            // The segment that was meant may still come; this one must not make it one too many.
            open.uncount(counts, child);
        } else {
            walker.report(new SegmentFinding(segment.id(), walker.position(), slot.loopId(), SegmentCode.HAS_ELEMENT_ERRORS,
                    "", null, List.of(keyFault(slot, segment)), slot.name()));
        }
        return true;
    }

    /** Whether the segment {@link #takes taken} last stands in its place now and the walk goes on from there. */
    boolean placed() {
        return placed;
    }

    /** The level that HL02 tells when HL03 does not; {@code null} if it tells none either. */
    private Slot levelNamed(Segment segment) {
        for (Slot slot : guide.places(HierarchyCheck.HL)) {
            if (open.isOpen(slot.loop().parent()) && hierarchy.namesLevelAbove(slot.loop(), segment)) {
                return slot;
            }
        }
        return null;
    }

    /**
     * A place further on for the same segment with another qualifier: a required one that is still empty, else one that can
     * take more, else any.
     */
    private Slot placeWithOtherKey(Slot current, int idKey) {
        int position = current.position();
        for (LoopRule loop = current.loop(); loop != null; loop = loop.parent()) {
            Slot best = null;
            for (int child = 0; child < loop.size(); child++) {
                Slot slot = loop.childIsSlot(child) ? loop.slot(child) : loop.loop(child).entry();
                boolean ahead = loop.childPosition(child) >= position && !(loop.childIsSlot(child) && child == 0);
                if (ahead && slot.idKey() == idKey) {
                    if (!open.saw(loop, child) && required(loop, child)) {
                        return slot;
                    }
                    best = best == null || isFull(best) && !isFull(slot) ? slot : best;
                }
            }
            if (best != null) {
                return best;
            }
            position = loop.position();
        }
        return null;
    }

    /**
     * A place of an open loop that the walk has gone past, for a segment without qualifier: its missing element is the fault
     * that is sure.
     */
    private Slot placeBehind(Segment segment) {
        for (int level = open.depth() - 1; level >= 0; level--) {
            LoopRule loop = open.loop(level);
            for (int child = 1; child < loop.size(); child++) {
                if (loop.childIsSlot(child) && loop.slot(child).idKey() == segment.idKey()
                        && lacksKey(loop.slot(child), segment)) {
                    return loop.slot(child);
                }
            }
        }
        return null;
    }

    private static boolean lacksKey(Slot slot, Segment segment) {
        int element = slot.keyElement();
        return element > 0 && !segment.has(element);
    }

    private boolean isFull(Slot slot) {
        return slot.first() ? open.counted(slot.loop().parent(), slot.loop().child()) >= slot.loop().repeatMax()
                : open.counted(slot.loop(), slot.child()) >= slot.useMax();
    }

    private static boolean required(LoopRule loop, int child) {
        return (loop.required() >>> child & 1) != 0;
    }

    /** The qualifier fits no place of this segment within reach, so every code of those places would be right. */
    private ElementFinding keyFault(Slot slot, Segment segment) {
        int element = slot.keyElement();
        int component = slot.keyComponent();
        ElementRule rule = slot.structure().element(element);
        ElementRule key = component == 0 || rule.composite() == null ? rule : rule.composite().element(component);
        if (!segment.has(element)) {
            return new ElementFinding(element, 0, 0, rule.number(), missing(rule), "", rule.name());
        }
        String value = component == 0 ? segment.text(element) : segment.component(element, component);
        if (value.isEmpty()) {
            return new ElementFinding(element, component, 0, key.number(), missing(key), "", key.name());
        }
        ElementCode code = ElementFaults.keyFault(key.element(), value);
        return new ElementFinding(element, component, 0, key.number(), code, value, "a code that the guide uses here");
    }

    private static ElementCode missing(ElementRule rule) {
        return rule.usage() == Usage.MANDATORY ? ElementCode.REQUIRED_MISSING : ElementCode.IMPLEMENTATION_DEPENDENT_MISSING;
    }
}
