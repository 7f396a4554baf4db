package dev.claimgate.guide;

import dev.claimgate.finding.SegmentCode;
import dev.claimgate.x12.Segment;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds the walker's feet again when a segment has no place where it stands. Looks from the innermost open loop outward and
 * reports one fault, so that it hides nothing after it and causes no others.
 */
final class Recovery {
    private final Guide guide;
    private final OpenLoops open;
    private final WrongQualifier qualifiers;
    private final Walker walker;
    private final Set<Integer> passingOver = new HashSet<>();

    Recovery(Guide guide, OpenLoops open, HierarchyCheck hierarchy, Walker walker) {
        this.guide = guide;
        this.open = open;
        this.walker = walker;
        this.qualifiers = new WrongQualifier(guide, open, hierarchy, walker);
    }

    void begin() {
        passingOver.clear();
    }

    /** Whether the segment still belongs to a loop that has no place here: its first segment was reported, the rest is passed over. */
    boolean passesOver(Slot slot) {
        if (passingOver.isEmpty()) {
            return false;
        }
        if (passingOver.contains(slot.idKey()) && !slot.first()) {
            return true;
        }
        passingOver.clear();
        return false;
    }

    void recover(Slot current, int symbol, Segment segment) {
        if (symbol < 0) {
            unknown(segment);
        } else if (!passingOver.contains(segment.idKey())) {
            passingOver.clear();
            known(current, symbol, segment);
        }
    }

    private void unknown(Segment segment) {
        if (!guide.inBaseStandard(segment.idKey())) {
            SegmentCode code = guide.isSegmentId(segment.id()) ? SegmentCode.NOT_IN_TRANSACTION_SET : SegmentCode.UNRECOGNIZED_ID;
            report(segment, open.innermost(), code, "no such segment in this transaction set");
            return;
        }
        for (int level = open.depth() - 1; level >= 0; level--) {
            if (open.loop(level).leavesOut(segment.idKey())) {
                report(segment, open.loop(level), SegmentCode.IMPLEMENTATION_NOT_USED, "the guide does not use this segment here");
                return;
            }
        }
        report(segment, open.innermost(), SegmentCode.UNEXPECTED, "the segment has no place here");
    }

    private void known(Slot current, int symbol, Segment segment) {
        int idKey = segment.idKey();
        Slot earlier = earlierPlace(symbol, idKey);
        LoopRule headless = loopWithoutHead(current, symbol, idKey, earlier);
        if (leftOutHere(segment) && !beginsAnew(headless, idKey)) {
            report(segment, open.innermost(), SegmentCode.IMPLEMENTATION_NOT_USED, "the guide does not use this segment here");
        } else if (headless != null) {
            walker.enterWithout(headless);
            walker.segmentAgain(segment);
        } else if (earlier != null) {
            outOfSequence(earlier, symbol, segment);
        } else if (!enterImplied(current, symbol, segment)) {
            misfit(current, symbol, segment);
        }
    }

    /** Neither early nor late nor the rest of a loop: too many, wrongly qualified, or out of place. */
    private void misfit(Slot current, int symbol, Segment segment) {
        Slot full = seenPlace(symbol, segment.idKey());
        if (full != null) {
            report(segment, full.loop(), SegmentCode.OVER_MAXIMUM_USE, full.name() + " was sent before");
            passOver(symbol, segment);
        } else if (!placedElsewhere(symbol, segment.idKey()) && qualifiers.takes(current, segment)) {
            if (!qualifiers.placed()) {
                passOver(-1, segment);
            }
        } else {
            report(segment, open.innermost(), SegmentCode.UNEXPECTED, "the segment has no place here");
            passOver(symbol, segment);
        }
    }

    /** A loop begins beneath loops that were left out as a whole, such as a subscriber without a billing provider. */
    private boolean enterImplied(Slot current, int symbol, Segment segment) {
        for (Slot slot : guide.places(segment.idKey())) {
            if (slot.first() && guide.accepted(slot, symbol)) {
                LoopRule outermost = outermostMissing(slot.loop().parent());
                if (outermost != null && outermost.usage().required() && !open.saw(outermost.parent(), outermost.child())
                        && outermost.parent().isWithin(open.loop(0)) && comesAfter(current, outermost)) {
                    walker.enterImplied(outermost, slot);
                    walker.arrive(slot, segment, true);
                    return true;
                }
            }
        }
        return false;
    }

    /** The outermost loop that would have to be open and is not; {@code null} if all are open. */
    private LoopRule outermostMissing(LoopRule loop) {
        LoopRule missing = null;
        for (LoopRule l = loop; l != null && !open.isOpen(l); l = l.parent()) {
            missing = l;
        }
        return missing;
    }

    private static boolean comesAfter(Slot current, LoopRule loop) {
        LoopRule at = current.loop();
        int position = current.position();
        while (at != loop.parent()) {
            if (at == null) {
                return false;
            }
            position = at.position();
            at = at.parent();
        }
        return loop.position() >= position;
    }

    /** Whether all is there that the innermost loop must have and the segment is the first that the other loop must have after its head. */
    private boolean beginsAnew(LoopRule headless, int idKey) {
        LoopRule inner = open.innermost();
        if (headless == null || (inner.required() & ~open.seen(inner)) != 0) {
            return false;
        }
        int child = Long.numberOfTrailingZeros(headless.required() & ~1L);
        return child < headless.size() && headless.childIsSlot(child) && headless.slot(child).idKey() == idKey;
    }

    private boolean leftOutHere(Segment segment) {
        return open.innermost().leavesOut(segment.idKey());
    }

    /** A place of an open loop that the walk has gone past and that has not been filled. */
    private Slot earlierPlace(int symbol, int idKey) {
        for (int level = open.depth() - 1; level >= 0; level--) {
            LoopRule loop = open.loop(level);
            for (Slot slot : guide.places(idKey)) {
                if (guide.accepted(slot, symbol) && unfilled(slot, loop)) {
                    return slot;
                }
            }
        }
        return null;
    }

    private boolean unfilled(Slot slot, LoopRule loop) {
        if (slot.first()) {
            LoopRule own = slot.loop();
            return own.parent() == loop && open.counted(loop, own.child()) < own.repeatMax();
        }
        return slot.loop() == loop && open.counted(loop, slot.child()) < slot.useMax();
    }

    private Slot seenPlace(int symbol, int idKey) {
        for (int level = open.depth() - 1; level >= 0; level--) {
            LoopRule loop = open.loop(level);
            for (Slot slot : guide.places(idKey)) {
                boolean here = slot.first() ? slot.loop().parent() == loop && open.saw(loop, slot.loop().child())
                        : slot.loop() == loop && open.saw(loop, slot.child());
                if (here && guide.accepted(slot, symbol)) {
                    return slot;
                }
            }
        }
        return null;
    }

    private void outOfSequence(Slot slot, int symbol, Segment segment) {
        open.count(counted(slot), slot.first() ? slot.loop().child() : slot.child());
        report(segment, slot.loop(), SegmentCode.OUT_OF_SEQUENCE, slot.name() + " must come earlier");
        if (slot.first()) {
            passOver(symbol, segment);
        }
    }

    /**
     * A loop that may begin here and holds the segment further in: its first segment was left out. Only where that is likely;
     * anything else would be a guess.
     */
    private LoopRule loopWithoutHead(Slot current, int symbol, int idKey, Slot earlier) {
        int position = current.position();
        for (LoopRule loop = current.loop(); loop != null; loop = loop.parent()) {
            for (int child = 0; child < loop.size(); child++) {
                if (!loop.childIsSlot(child) && loop.childPosition(child) >= position) {
                    LoopRule inner = ownSegments(loop.loop(child));
                    if (lacksHead(inner, loop.loop(child), symbol, idKey, earlier)) {
                        return inner;
                    }
                }
            }
            position = loop.position();
        }
        return null;
    }

    /** The loop itself, or of one that only groups the first loop within. */
    private static LoopRule ownSegments(LoopRule loop) {
        return loop.childIsSlot(0) ? loop : ownSegments(loop.loop(0));
    }

    private boolean lacksHead(LoopRule loop, LoopRule reached, int symbol, int idKey, Slot earlier) {
        boolean wanted = reached.usage().required() && !open.saw(reached.parent(), reached.child());
        for (Slot slot : guide.places(idKey)) {
            if (guide.accepted(slot, symbol) && slot.loop() == loop && !slot.first()) {
                boolean second = slot.child() == 1 && slot.usage().required();
                boolean likely = wanted || loop.repeatMax() > 10 || onlyIn(loop.id(), symbol, idKey);
                return likely && (earlier == null || second && !required(earlier));
            }
            boolean within = slot.first() && slot.loop().parent() == loop && !lacksMuch(loop, slot.loop());
            if (wanted && earlier == null && guide.accepted(slot, symbol) && within) {
                return true;
            }
        }
        return false;
    }

    /** Whether so much would be missing before the inner loop, besides the first segment, that the loop as a whole was left out. */
    private static boolean lacksMuch(LoopRule loop, LoopRule inner) {
        return Long.bitCount(loop.requiredBefore(inner.child()) & ~1L) > 1;
    }

    private boolean onlyIn(String loopId, int symbol, int idKey) {
        return guide.places(idKey).stream().filter(slot -> guide.accepted(slot, symbol))
                .allMatch(slot -> slot.loopId().equals(loopId));
    }

    private static boolean required(Slot slot) {
        return slot.first() ? slot.loop().usage().required() : slot.usage().required();
    }

    /** The loop in which a place counts: a loop's first segment counts in its parent. */
    private static LoopRule counted(Slot slot) {
        return slot.first() ? slot.loop().parent() : slot.loop();
    }

    private boolean placedElsewhere(int symbol, int idKey) {
        return guide.places(idKey).stream().anyMatch(slot -> guide.accepted(slot, symbol));
    }

    /** From now on the segments are passed over that may follow this one in the loops it begins. */
    private void passOver(int symbol, Segment segment) {
        for (Slot head : guide.places(segment.idKey())) {
            if (head.first() && (symbol < 0 || guide.accepted(head, symbol))) {
                for (int child = 1; child < head.loop().size(); child++) {
                    if (head.loop().childIsSlot(child)) {
                        passingOver.add(head.loop().slot(child).idKey());
                    }
                }
            }
        }
    }

    private void report(Segment segment, LoopRule loop, SegmentCode code, String expected) {
        walker.report(segment.id(), loop.id(), code, expected);
    }
}
