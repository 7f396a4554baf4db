package dev.claimgate.guide;

import dev.claimgate.finding.SegmentCode;
import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.x12.Segment;
import java.util.List;

/**
 * Walks one transaction set at a time through its guide, segment by segment: finds each segment's place, notices what is
 * missing, too often or out of order, and has the elements checked. A clean segment costs one table look-up and a few mask
 * tests and allocates nothing. Not thread-safe; reused from set to set.
 */
public final class Walker {
    private final Guide guide;
    private final WalkListener listener;
    private final OpenLoops open = new OpenLoops();
    private final ElementCheck elements;
    private final HierarchyCheck hierarchy;
    private final Recovery recovery;
    private Slot current;
    private int position;
    /** Levels of the loops that are being entered although they were not sent. */
    private long implied;

    public Walker(Guide guide, WalkListener listener) {
        this.guide = guide;
        this.listener = listener;
        this.elements = new ElementCheck();
        this.hierarchy = new HierarchyCheck(listener);
        this.recovery = new Recovery(guide, open, hierarchy, this);
    }

    /** Begins a transaction set; its ST is the next segment. */
    public void begin() {
        open.clear();
        current = null;
        position = 0;
        hierarchy.begin();
        recovery.begin();
    }

    /** Takes the next segment, ST and SE included. */
    public void segment(Segment segment) {
        position++;
        if (current == null) {
            arrive(guide.first(), segment, false);
            return;
        }
        int symbol = guide.symbol(segment);
        Slot slot = symbol < 0 ? null : guide.next(current, symbol);
        if (slot == null) {
            recovery.recover(current, symbol, segment);
        } else if (!recovery.passesOver(slot)) {
            arrive(slot, segment, true);
        }
    }

    /** Places a segment after a loop was entered for it. */
    void segmentAgain(Segment segment) {
        Slot slot = guide.next(current, guide.symbol(segment));
        if (slot == null) {
            report(segment.id(), open.innermost().id(), SegmentCode.UNEXPECTED, "the segment has no place here");
        } else {
            arrive(slot, segment, true);
        }
    }

    /** Segments taken since {@link #begin}, the current one included. */
    public int position() {
        return position;
    }

    /** @param keyProven whether the way here has shown that the key element holds a code of this place */
    void arrive(Slot slot, Segment segment, boolean keyProven) {
        moveTo(slot);
        settleCount(slot);
        current = slot;
        listener.placed(slot, segment, position);
        if (slot.idKey() == HierarchyCheck.HL) {
            hierarchy.check(slot, segment, position);
        }
        checkElements(slot, segment, keyProven ? slot.provenElements() : 0);
        if (slot == guide.last()) {
            closeTo(null);
        }
    }

    private void checkElements(Slot slot, Segment segment, long proven) {
        if (!elements.check(slot.structure(), segment, proven)) {
            report(new SegmentFinding(slot.segmentId(), position, slot.loopId(), SegmentCode.HAS_ELEMENT_ERRORS, "", null,
                    elements.takeFindings(), slot.name()));
        }
    }

    void report(SegmentFinding finding) {
        listener.found(finding);
    }

    void report(String segmentId, String loopId, SegmentCode code, String expected) {
        report(segmentId, position, loopId, code, expected);
    }

    private void report(String segmentId, int at, String loopId, SegmentCode code, String expected) {
        report(new SegmentFinding(segmentId, at, loopId, code, "", null, List.of(), expected));
    }

    /** Enters a loop whose first segment has not come; it is missing unless it comes late. */
    void enterWithout(LoopRule loop) {
        Slot entry = loop.entry();
        moveTo(entry);
        open.pass(loop, 1, position);
        hierarchy.assume(loop);
        current = entry;
    }

    /** Enters the loops above a place that were not sent at all: the outermost of them is reported, the rest is taken as read. */
    void enterImplied(LoopRule outermost, Slot slot) {
        reportMissing(outermost, position);
        for (LoopRule loop = slot.loop().parent(); loop != outermost.parent(); loop = loop.parent()) {
            implied |= 1L << loop.depth();
        }
        closeTo(outermost.parent());
        openDownTo(slot.loop().parent());
        implied = 0;
    }

    private void moveTo(Slot slot) {
        if (!slot.first() && !open.isEmpty() && open.innermost() == slot.loop()) {
            return;
        }
        boolean again = slot.first() && open.isOpen(slot.loop());
        if (again && belongsToOpen(slot.loop())) {
            closeTo(slot.loop());
            return;
        }
        closeTo(slot.first() ? slot.loop().parent() : slot.loop());
        openDownTo(slot.loop());
    }

    private void closeTo(LoopRule target) {
        while (!open.isEmpty() && (target == null || !target.isWithin(open.innermost()))) {
            close();
        }
    }

    /**
     * Whether a loop's first segment belongs to the instance that is open and still lacks something: it comes late, or it was
     * sent twice where the loop may not come again.
     */
    private boolean belongsToOpen(LoopRule loop) {
        boolean late = !open.saw(loop, 0);
        boolean unfinished = (loop.required() & ~open.seen(loop) & ~1L) != 0;
        boolean full = open.counted(loop.parent(), loop.child()) >= loop.repeatMax();
        if (late ? !unfinished && !full : !unfinished || !full) {
            return false;
        }
        if (late) {
            report(loop.entry().segmentId(), loop.id(), SegmentCode.OUT_OF_SEQUENCE, loop.entry().name() + " must come first");
        } else {
            overMaximum(loop);
        }
        return true;
    }

    private void overMaximum(LoopRule loop) {
        report(loop.entry().segmentId(), loop.id(), SegmentCode.LOOP_OVER_MAXIMUM,
                "loop " + loop.id() + " at most " + loop.repeatMax() + (loop.repeatMax() == 1 ? " time" : " times"));
    }

    private void openDownTo(LoopRule loop) {
        if (loop == null || open.isOpen(loop)) {
            return;
        }
        openDownTo(loop.parent());
        if (loop.parent() != null) {
            passBefore(loop.parent(), loop.child());
            if (open.count(loop.parent(), loop.child()) > loop.repeatMax()) {
                overMaximum(loop);
            }
        }
        open.open(loop);
        if ((implied >>> loop.depth() & 1) != 0) {
            open.settle(loop, loop.required());
            hierarchy.assume(loop);
        }
    }

    private void settleCount(Slot slot) {
        LoopRule loop = slot.loop();
        passBefore(loop, slot.child());
        if (open.count(loop, slot.child()) > slot.useMax() && !slot.first()) {
            report(slot.segmentId(), loop.id(), SegmentCode.OVER_MAXIMUM_USE,
                    slot.name() + " at most " + slot.useMax() + (slot.useMax() == 1 ? " time" : " times"));
        }
    }

    private void passBefore(LoopRule loop, int child) {
        long missing = loop.requiredBefore(child) & ~open.seen(loop);
        if (missing != 0) {
            open.pass(loop, missing, position);
        }
    }

    private void close() {
        LoopRule loop = open.innermost();
        for (long rest = loop.required() & ~open.seen(loop); rest != 0; rest &= rest - 1) {
            int child = Long.numberOfTrailingZeros(rest);
            int at = open.passedAt(loop, child, position);
            if (loop.childIsSlot(child)) {
                reportMissing(loop.slot(child), loop, at);
            } else {
                reportMissing(loop.loop(child), at);
            }
        }
        hierarchy.closed(loop, open);
        open.close();
    }

    private void reportMissing(Slot slot, LoopRule loop, int at) {
        SegmentCode code = slot.usage() == Usage.MANDATORY ? SegmentCode.REQUIRED_MISSING
                : SegmentCode.IMPLEMENTATION_SEGMENT_MISSING;
        report(slot.segmentId(), at, loop.id(), code, slot.name() + " is required");
    }

    private void reportMissing(LoopRule loop, int at) {
        Slot entry = loop.entry();
        SegmentCode code = entry.usage() == Usage.MANDATORY && loop.usage() == Usage.MANDATORY
                ? SegmentCode.REQUIRED_MISSING : SegmentCode.IMPLEMENTATION_LOOP_MISSING;
        report(entry.segmentId(), at, entry.loopId(), code,
                "loop " + entry.loopId() + " (" + entry.loop().name() + ") is required");
    }
}
