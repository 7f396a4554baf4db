package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.Party;
import dev.claimgate.codes.Days;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;

/** The patient was born by the first day of service. 2010BA or 2010CA DMG02; 277CA A8:158 with the entity + A8:187. */
final class BirthBeforeService extends ClaimEdit {
    private static final List<ClaimStatus> SUBSCRIBER = Statuses.of("A8:158:IL", "A8:187");
    private static final List<ClaimStatus> PATIENT = Statuses.of("A8:158:QC", "A8:187");

    @Override
    public String id() {
        return "birth-before-service";
    }

    @Override
    public String explanation() {
        return "The patient's date of birth is no later than the first day of service.";
    }

    @Override
    public String source() {
        return "005010X222A1, DMG02 of 2010BA or 2010CA and 2400 DTP*472";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(SUBSCRIBER, PATIENT);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        Party patient = claim.patient();
        int first = claim.serviceFrom();
        if (first != 0 && patient.birthDate() > first) {
            findings.claim(claim.dependent() ? "2010CA" : "2010BA", patient.position(), "DMG02",
                    claim.dependent() ? PATIENT : SUBSCRIBER,
                    "the patient's date of birth is " + Days.text(patient.birthDate()),
                    "no later than the first day of service, " + Days.text(first));
        }
    }
}
