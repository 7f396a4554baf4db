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
    private final SituationalRule[] rules = SituationalRules.all().toArray(SituationalRule[]::new);
    /** By slot; {@code null} where no rule watches and nothing begins: most segments end there. */
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
            int index = slot.index();
            subscriberBegins[index] = slot.first() && slot.loopId().equals("2000B");
            claimBegins[index] = slot.first() && slot.loopId().equals("2300");
            SituationalRule[] watchers = watching(slot);
            watching[index] = watchers.length > 0 || subscriberBegins[index] || claimBegins[index] ? watchers : null;
        }
    }

    private SituationalRule[] watching(Slot slot) {
        return Arrays.stream(rules).filter(rule -> rule.watches(slot)).toArray(SituationalRule[]::new);
    }

    void begin() {
        subscriber.clear();
        claim.clear();
    }

    void placed(Slot slot, Segment segment, int position) {
        int index = slot.index();
        SituationalRule[] watchers = watching[index];
        if (watchers == null) {
            return;
        }
        if (subscriberBegins[index]) {
            subscriber.clear();
        } else if (claimBegins[index]) {
            claim.clear();
        }
        for (SituationalRule rule : watchers) {
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
