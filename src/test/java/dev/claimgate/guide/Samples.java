package dev.claimgate.guide;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Clean transaction sets made from the 837P guide: the least there is around a place, or everything at once. */
final class Samples {
    static final GuideLibrary GUIDES = GuideLibrary.load(java.nio.file.Path.of("edi-specs"));
    static final Guide GUIDE = GUIDES.require("005010X222A1");
    private static final Slot CLAIM = GUIDE.slots().stream().filter(slot -> slot.segmentId().equals("CLM")).findFirst().orElseThrow();

    private Samples() {
    }

    /** Every place of the guide but the envelope of the set. */
    static List<Slot> places() {
        return GUIDE.slots().stream().filter(slot -> !slot.segmentId().equals("ST") && !slot.segmentId().equals("SE")).toList();
    }

    /** What must be there, a claim, and what is wanted. */
    static SampleLoop tree(Predicate<Slot> wanted) {
        boolean patient = GUIDE.slots().stream().anyMatch(slot -> slot.isWithin("2000C") && wanted.test(slot));
        return SampleLoop.of(GUIDE.root(), null, slot -> wanted.test(slot) || !patient && slot == CLAIM);
    }

    static SampleLoop around(Slot slot) {
        return tree(other -> other == slot);
    }

    /** The same loop once more, with the least it must hold. */
    static SampleLoop copyOf(SampleLoop loop) {
        return SampleLoop.of(loop.rule(), loop.parent(), slot -> false);
    }

    /** A clean set with this place filled by what is made of it. */
    static SampleSet around(Slot slot, UnaryOperator<SampleSegment> change) {
        SampleLoop tree = around(slot);
        SampleLoop loop = tree.find(slot.loop());
        loop.children().replaceAll(child -> child instanceof SampleSegment segment && segment.slot() == slot
                ? change.apply(segment) : child);
        return new SampleSet(tree);
    }
}
