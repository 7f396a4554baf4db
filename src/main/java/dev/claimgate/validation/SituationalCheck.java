package dev.claimgate.validation;

import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.guide.Guide;
import dev.claimgate.guide.Slot;
import dev.claimgate.x12.Segment;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Runs the situational rules over the placed segments of a set. A segment that no rule watches costs one array look-up. */
final class SituationalCheck implements SituationalFaults {
    private static final SituationalRule[] NONE = {};

    private final SituationalRule[] rules = SituationalRules.all().toArray(SituationalRule[]::new);
    private final SituationalRule[][] watching;
    private final boolean[] subscriberBegins;
    private final boolean[] claimBegins;
    private final Scope subscriber = new Scope();
    private final Scope claim = new Scope();
    private final Consumer<SegmentFinding> out;

    /** @param out takes what the rules find */
    SituationalCheck(Guide guide, Consumer<SegmentFinding> out) {
        List<Slot> slots = guide.slots();
        this.out = out;
        watching = new SituationalRule[slots.size()][];
        subscriberBegins = new boolean[slots.size()];
        claimBegins = new boolean[slots.size()];
        for (Slot slot : slots) {
            watching[slot.index()] = watching(slot);
            subscriberBegins[slot.index()] = slot.first() && slot.loopId().equals("2000B");
            claimBegins[slot.index()] = slot.first() && slot.loopId().equals("2300");
        }
    }

    private SituationalRule[] watching(Slot slot) {
        SituationalRule[] found = Arrays.stream(rules).filter(rule -> rule.watches(slot)).toArray(SituationalRule[]::new);
        return found.length == 0 ? NONE : found;
    }

    void begin() {
        subscriber.clear();
        claim.clear();
    }

    void placed(Slot slot, Segment segment, int position) {
        int index = slot.index();
        if (subscriberBegins[index]) {
            subscriber.clear();
        } else if (claimBegins[index]) {
            claim.clear();
        }
        for (SituationalRule rule : watching[index]) {
            rule.placed(slot, segment, position, this);
        }
    }

    /** The walk has found a fault; what the rules miss from now on may be due to it. */
    void structureFault(SegmentFinding fault, boolean inClaim) {
        (inClaim ? claim : subscriber).add(fault);
    }

    void claimEnds() {
        for (SituationalRule rule : rules) {
            rule.claimEnds(this);
        }
    }

    @Override
    public void add(SegmentFinding fault) {
        out.accept(fault);
    }

    @Override
    public boolean hiddenInClaim(String segmentId) {
        return claim.hides(segmentId);
    }

    @Override
    public boolean hiddenInSubscriber(String segmentId) {
        return subscriber.hides(segmentId);
    }

    /** What the structural faults of a claim or level may hide. */
    private static final class Scope {
        private final Set<String> faulty = new HashSet<>();
        private boolean astray;

        void clear() {
            if (astray || !faulty.isEmpty()) {
                astray = false;
                faulty.clear();
            }
        }

        /** A segment out of place may be any that is missed; one with faulty elements may have been meant as another of its id. */
        void add(SegmentFinding fault) {
            switch (fault.code()) {
                case HAS_ELEMENT_ERRORS -> faulty.add(fault.segmentId());
                case REQUIRED_MISSING, IMPLEMENTATION_LOOP_MISSING, IMPLEMENTATION_SEGMENT_MISSING -> { }
                default -> astray = true;
            }
        }

        boolean hides(String segmentId) {
            return astray || faulty.contains(segmentId);
        }
    }
}
