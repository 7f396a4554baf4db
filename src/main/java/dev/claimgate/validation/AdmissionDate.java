package dev.claimgate.validation;

import dev.claimgate.finding.SituationalTrigger;
import dev.claimgate.x12.Segment;

/** A claim for services to an inpatient tells when he was admitted. */
final class AdmissionDate extends ClaimDateRule {
    AdmissionDate() {
        super("435");
    }

    @Override
    public String id() {
        return "admission-date";
    }

    @Override
    public String explanation() {
        return "Where CLM05-1 is an inpatient place (21, 51 or 61), the claim needs the admission date, DTP with 435.";
    }

    @Override
    public String source() {
        return "005010X222A1 loop 2300, DTP Admission; CLM05-1; CMS place of service codes";
    }

    @Override
    int trigger(Segment clm) {
        long place = clm.packedComponent(5, 1);
        return place == Codes.INPATIENT_HOSPITAL || place == Codes.INPATIENT_PSYCHIATRIC
                || place == Codes.INPATIENT_REHABILITATION ? 1 : 0;
    }

    @Override
    SituationalTrigger context(int claimPosition, int component) {
        return new SituationalTrigger("CLM", claimPosition, "2300", 5, component, "1331");
    }

    @Override
    String expected() {
        return "DTP with 435 (admission date) is required, because CLM05-1 is an inpatient place";
    }
}
