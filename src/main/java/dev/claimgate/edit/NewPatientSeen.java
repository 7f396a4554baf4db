package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.GlobalPeriod;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A patient whom the provider has seen is not new: a new patient is one not seen within three years, of which the claims known
 * here tell the last months. Warns, as the earlier claim may be the wrong one. 2400 SV101-2; 277CA A8:454.
 */
final class NewPatientSeen extends HistoryEdit {
    private static final List<ClaimStatus> NOT_NEW = Statuses.of("A8:454");
    private static final long[] NEW_PATIENT = GlobalPeriods.pack("99202 99203 99204 99205 92002 92004");

    @Override
    public String id() {
        return "new-patient-seen";
    }

    @Override
    public String explanation() {
        return "A visit of a new patient (99202 to 99205, 92002, 92004) is not billed for one whom the same provider treated"
                + " before, as earlier claims tell.";
    }

    @Override
    public String source() {
        return "CMS claims processing manual, chapter 12, 30.6.7 (new patient: none seen within three years)";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NOT_NEW);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (Lines.billsHcpcs(line) && ofNewPatient(line)) {
                int index = i;
                seen(claim, line, context).ifPresent(service -> report(line, index, service, findings));
            }
        }
    }

    private static boolean ofNewPatient(ServiceLine line) {
        for (long code : NEW_PATIENT) {
            if (code == line.procedure()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<EarlierServices.Service> seen(Claim claim, ServiceLine line, EditContext context) {
        return context.earlier().ofProvider(claim, line).stream()
                .filter(service -> service.daysBefore(line) > 0 && faceToFace(service, context)).findFirst();
    }

    private static boolean faceToFace(EarlierServices.Service service, EditContext context) {
        GlobalPeriod global = GlobalPeriods.of(service.line(), context.tables());
        return EvaluationCodes.contains(service.line().procedure()) || global == GlobalPeriod.DAYS_0 || global.surgical();
    }

    private static void report(ServiceLine line, int index, EarlierServices.Service service, ClaimFindings findings) {
        findings.line(index, line.servicePosition(), "SV101-2", NOT_NEW,
                Shown.code(line.procedure()) + " is for new patients, and the provider billed " + service.shown(),
                "a code for an established patient, 99211 to 99215 or 92012, 92014");
        findings.suggest(index, "bill the visit of an established patient", "the provider saw the patient within three years",
                "the history, the decisions or the time that the code asks for");
    }
}
