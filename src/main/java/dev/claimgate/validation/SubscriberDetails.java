package dev.claimgate.validation;

import dev.claimgate.finding.SituationalTrigger;
import dev.claimgate.guide.Slot;
import dev.claimgate.x12.Segment;

/** Where the subscriber is the patient, his address, birth date and sex are needed. Told once, however many claims he has. */
final class SubscriberDetails implements SituationalRule {
    private int sbrPosition;
    private boolean ownClaims;
    private int namePosition;
    private int streetPosition;
    private int cityPosition;
    private boolean demographics;

    @Override
    public String id() {
        return "subscriber-details";
    }

    @Override
    public String codes() {
        return "IK304 I6";
    }

    @Override
    public String explanation() {
        return "Where SBR02 is 18 and a claim stands directly under the subscriber, the subscriber is the patient: loop 2010BA"
                + " needs street (N3), city (N4), birth date and sex (DMG).";
    }

    @Override
    public String source() {
        return "005010X222A1 loop 2010BA, N3, N4, DMG; loop 2000B, SBR02";
    }

    @Override
    public boolean watches(Slot slot) {
        return Situations.isAt(slot, "2000B", "HL") || Situations.isAt(slot, "2000B", "SBR")
                || Situations.isAt(slot, "2010BA", "NM1") || Situations.isAt(slot, "2010BA", "N3")
                || Situations.isAt(slot, "2010BA", "N4") || Situations.isAt(slot, "2010BA", "DMG")
                || Situations.isAt(slot, "2300", "CLM") && !slot.isWithin("2000C");
    }

    @Override
    public void placed(Slot slot, Segment segment, int position, SituationalFaults faults) {
        switch (slot.segmentId()) {
            case "HL" -> {
                ownClaims = false;
                namePosition = 0;
            }
            case "SBR" -> {
                sbrPosition = position;
                ownClaims = segment.packed(2) == Codes.SELF;
            }
            case "NM1" -> name(segment, position);
            case "N3" -> streetPosition = position;
            case "N4" -> cityPosition = position;
            case "DMG" -> demographics = true;
            default -> claim(faults);
        }
    }

    private void name(Segment nm1, int position) {
        namePosition = nm1.packed(2) == Codes.PERSON ? position : 0;
        streetPosition = 0;
        cityPosition = 0;
        demographics = false;
    }

    private void claim(SituationalFaults faults) {
        if (!ownClaims || namePosition == 0 || demographics && streetPosition > 0 && cityPosition > 0) {
            return;
        }
        SituationalTrigger trigger = new SituationalTrigger("SBR", sbrPosition, "2000B", 2, 0, "1069");
        int afterStreet = Math.max(namePosition, streetPosition);
        tell(streetPosition == 0, "N3", namePosition + 1, trigger, faults);
        tell(cityPosition == 0, "N4", afterStreet + 1, trigger, faults);
        tell(!demographics, "DMG", Math.max(afterStreet, cityPosition) + 1, trigger, faults);
        namePosition = 0;
    }

    private static void tell(boolean missing, String segmentId, int position, SituationalTrigger trigger, SituationalFaults faults) {
        if (missing && !faults.hiddenInSubscriber(segmentId)) {
            faults.add(Situations.missing(segmentId, position, "2010BA", trigger,
                    segmentId + " is required, because SBR02 is 18: the subscriber is the patient"));
        }
    }
}
