package dev.claimgate.validation;

import dev.claimgate.finding.SituationalTrigger;
import dev.claimgate.guide.Slot;
import dev.claimgate.x12.Segment;

/** A date of the claim that something in its CLM makes required. */
abstract class ClaimDateRule implements SituationalRule {
    private final String qualifier;
    private int trigger;
    private int claimPosition;
    private int lastDatePosition;

    /** @param qualifier DTP01 of the date */
    ClaimDateRule(String qualifier) {
        this.qualifier = qualifier;
    }

    /** The component of CLM that asks for the date, 0 if none does. */
    abstract int trigger(Segment clm);

    abstract SituationalTrigger context(int claimPosition, int component);

    /** What is required and why. */
    abstract String expected();

    @Override
    public final String codes() {
        return "IK304 I6";
    }

    @Override
    public final boolean watches(Slot slot) {
        return Situations.isAt(slot, "2300", "CLM") || Situations.isAt(slot, "2300", "DTP");
    }

    @Override
    public final void placed(Slot slot, Segment segment, int position, SituationalFaults faults) {
        if (slot.first()) {
            trigger = trigger(segment);
            claimPosition = position;
        } else if (trigger > 0 && slot.takes(qualifier)) {
            trigger = 0;
        }
        lastDatePosition = position;
    }

    @Override
    public final void claimEnds(SituationalFaults faults) {
        if (trigger > 0 && !faults.hiddenInClaim("DTP")) {
            faults.add(Situations.missing("DTP", lastDatePosition + 1, "2300", context(claimPosition, trigger), expected()));
        }
        trigger = 0;
    }
}
