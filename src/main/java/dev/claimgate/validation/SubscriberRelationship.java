package dev.claimgate.validation;

import dev.claimgate.finding.ElementCode;
import dev.claimgate.finding.ElementFinding;
import dev.claimgate.finding.SituationalTrigger;
import dev.claimgate.guide.Slot;
import dev.claimgate.x12.Segment;
import java.util.List;

/**
 * A claim right under a subscriber without dependents is his own, and SBR02 says so. Where dependents follow (HL04 is 1) the
 * wording of the guide is open, so nothing is said.
 */
final class SubscriberRelationship implements SituationalRule {
    private Slot slot;
    private int sbrPosition;
    private boolean alone;

    @Override
    public String id() {
        return "subscriber-relationship";
    }

    @Override
    public String codes() {
        return "IK403 I9";
    }

    @Override
    public String explanation() {
        return "A claim directly under a subscriber level without dependents is the subscriber's own, so SBR02 must be 18.";
    }

    @Override
    public String source() {
        return "005010X222A1 loop 2000B, SBR02 and HL04; loop 2300 under 2000B";
    }

    @Override
    public boolean watches(Slot slot) {
        return Situations.isAt(slot, "2000B", "HL") || Situations.isAt(slot, "2000B", "SBR")
                || Situations.isAt(slot, "2300", "CLM") && !slot.isWithin("2000C");
    }

    @Override
    public void placed(Slot slot, Segment segment, int position, SituationalFaults faults) {
        switch (slot.segmentId()) {
            case "HL" -> {
                sbrPosition = 0;
                alone = segment.packed(4) == Codes.NO_CHILD;
            }
            case "SBR" -> {
                this.slot = slot;
                sbrPosition = segment.has(2) ? 0 : position;
            }
            default -> claim(position, faults);
        }
    }

    private void claim(int position, SituationalFaults faults) {
        if (sbrPosition == 0 || !alone || faults.hiddenInSubscriber("HL") || faults.hiddenInSubscriber("SBR")) {
            return;
        }
        faults.add(Situations.faulty(slot, sbrPosition, new SituationalTrigger("CLM", position, "2300", 0, 0, ""),
                List.of(new ElementFinding(2, 0, 0, "1069", ElementCode.IMPLEMENTATION_DEPENDENT_MISSING, "",
                        "18, because the claim stands directly under the subscriber"))));
        sbrPosition = 0;
    }
}
