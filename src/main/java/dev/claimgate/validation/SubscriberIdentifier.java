package dev.claimgate.validation;

import dev.claimgate.finding.ElementCode;
import dev.claimgate.finding.ElementFinding;
import dev.claimgate.finding.SituationalTrigger;
import dev.claimgate.guide.Slot;
import dev.claimgate.x12.Segment;
import java.util.List;

/** A subscriber who is a person has a member id. One of NM108 and NM109 without the other is a fault of the base standard. */
final class SubscriberIdentifier implements SituationalRule {
    private static final long IDENTIFIER = 1L << 8 | 1L << 9;

    @Override
    public String id() {
        return "subscriber-identifier";
    }

    @Override
    public String codes() {
        return "IK403 I9";
    }

    @Override
    public String explanation() {
        return "Where the subscriber is a person (NM102 is 1), NM108 and NM109 with the member id are required; an employer as"
                + " subscriber, as in workers' compensation, may come without.";
    }

    @Override
    public String source() {
        return "005010X222A1 loop 2010BA, NM108 and NM109; X12 interpretations 1317 and 1990";
    }

    @Override
    public boolean watches(Slot slot) {
        return Situations.isAt(slot, "2010BA", "NM1");
    }

    @Override
    public void placed(Slot slot, Segment nm1, int position, SituationalFaults faults) {
        if ((nm1.present() & IDENTIFIER) == 0 && nm1.packed(2) == Codes.PERSON) {
            faults.add(Situations.faulty(slot, position, new SituationalTrigger("NM1", position, "2010BA", 2, 0, "1065"),
                    List.of(missing(8, "66", "MI or II"), missing(9, "67", "the member id of the subscriber"))));
        }
    }

    private static ElementFinding missing(int element, String number, String expected) {
        return new ElementFinding(element, 0, 0, number, ElementCode.IMPLEMENTATION_DEPENDENT_MISSING, "",
                expected + ", because NM102 is 1");
    }
}
