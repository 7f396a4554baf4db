package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.Party;
import dev.claimgate.codes.Days;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;

/**
 * Services are rendered to the living. Laboratories and pathologists sometimes rightly work later, so this warns.
 * 2000B and 2000C PAT06; 277CA A8:159 with the entity + A8:187.
 */
final class ServiceBeforeDeath extends ClaimEdit {
    private static final List<ClaimStatus> SUBSCRIBER = Statuses.of("A8:159:IL", "A8:187");
    private static final List<ClaimStatus> PATIENT = Statuses.of("A8:159:QC", "A8:187");

    @Override
    public String id() {
        return "service-before-death";
    }

    @Override
    public String explanation() {
        return "The first day of service is no later than the patient's date of death.";
    }

    @Override
    public String source() {
        return "005010X222A1, PAT06 of 2000B or 2000C and 2400 DTP*472; some services are rightly later";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(SUBSCRIBER, PATIENT);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        Party patient = claim.patient();
        int first = claim.serviceFrom();
        if (patient.deathDate() > 0 && first > patient.deathDate()) {
            findings.claim(claim.dependent() ? "2000C" : "2000B", patient.deathPosition(), "PAT06",
                    claim.dependent() ? PATIENT : SUBSCRIBER,
                    "the patient's date of death is " + Days.text(patient.deathDate()),
                    "no earlier than the first day of service, " + Days.text(first));
        }
    }
}
