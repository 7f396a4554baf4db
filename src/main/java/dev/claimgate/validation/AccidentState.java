package dev.claimgate.validation;

import dev.claimgate.finding.ElementCode;
import dev.claimgate.finding.ElementFinding;
import dev.claimgate.finding.SituationalTrigger;
import dev.claimgate.guide.Slot;
import dev.claimgate.x12.Segment;
import java.util.List;

/** An auto accident at home names its state; one abroad names its country in CLM11-5. */
final class AccidentState implements SituationalRule {
    private static final int CAUSES = 11;
    private static final int STATE = 4;
    private static final int COUNTRY = 5;

    @Override
    public String id() {
        return "accident-state";
    }

    @Override
    public String codes() {
        return "IK403 I9";
    }

    @Override
    public String explanation() {
        return "Where CLM11 says auto accident (AA) and names no country in CLM11-5, CLM11-4 must name the state.";
    }

    @Override
    public String source() {
        return "005010X222A1 loop 2300, CLM11-1, CLM11-2, CLM11-4, CLM11-5";
    }

    @Override
    public boolean watches(Slot slot) {
        return Situations.isAt(slot, "2300", "CLM");
    }

    @Override
    public void placed(Slot slot, Segment clm, int position, SituationalFaults faults) {
        if (!clm.has(CAUSES)) {
            return;
        }
        int cause = Causes.component(clm, Codes.AUTO_ACCIDENT, Codes.AUTO_ACCIDENT);
        if (cause > 0 && clm.packedComponent(CAUSES, STATE) == 0 && clm.packedComponent(CAUSES, COUNTRY) == 0) {
            faults.add(Situations.faulty(slot, position, Causes.trigger(position, cause),
                    List.of(new ElementFinding(CAUSES, STATE, 0, "156", ElementCode.IMPLEMENTATION_DEPENDENT_MISSING, "",
                            "the state of the auto accident, because CLM11-" + cause + " is AA"))));
        }
    }
}
