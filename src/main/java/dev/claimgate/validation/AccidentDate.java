package dev.claimgate.validation;

import dev.claimgate.finding.SituationalTrigger;
import dev.claimgate.x12.Segment;

/** An accident has a date. Employment (EM) alone is no accident, so it asks for none. */
final class AccidentDate extends ClaimDateRule {
    AccidentDate() {
        super("439");
    }

    @Override
    public String id() {
        return "accident-date";
    }

    @Override
    public String explanation() {
        return "Where CLM11 says auto accident (AA) or other accident (OA), the claim needs the accident date, DTP with 439.";
    }

    @Override
    public String source() {
        return "005010X222A1 loop 2300, DTP Accident Date; CLM11-1, CLM11-2";
    }

    @Override
    int trigger(Segment clm) {
        return clm.has(11) ? Causes.component(clm, Codes.AUTO_ACCIDENT, Codes.OTHER_ACCIDENT) : 0;
    }

    @Override
    SituationalTrigger context(int claimPosition, int component) {
        return Causes.trigger(claimPosition, component);
    }

    @Override
    String expected() {
        return "DTP with 439 (accident date) is required, because CLM11 names an accident";
    }
}
