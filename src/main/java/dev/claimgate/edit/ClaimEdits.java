package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The edits in the order they are run, cheap ones first, each with its severity. Immutable: one instance serves all threads.
 */
public final class ClaimEdits {
    private static final List<ClaimEdit> ALL = List.of(
            new ClaimBalance(),
            new ChargeAboveZero(),
            new AmountsNotNegative(),
            new DecimalPlaces(),
            new PrimaryPayer(),
            new PayerSequence(),
            new LinePayerBalance(),
            new ClaimPayerBalance(),
            new AdjudicatingPayer(),
            new AdjudicationDateOnce(),
            new AdjustmentsNotZero(),
            new NpiCheckDigit(),
            new ApprovedBillingProvider(),
            new BillingStreet(),
            new ZipPlusFour(),
            new TaxonomyFormat(),
            new TaxIdFormat(),
            new MedicareId(),
            new ProviderRepeated(),
            new EmploymentAccidentDate(),
            new PatientControlNumber(),
            new LineControlNumbers(),
            new OriginalNumberMissing(),
            new OriginalNumberUnneeded(),
            new OriginalKnown(),
            new DuplicateClaim(),
            new ServiceDates(),
            new SingleDayRange(),
            new OnsetBeforeService(),
            new DischargeAfterAdmission(),
            new BirthBeforeService(),
            new ServiceBeforeDeath(),
            new UnitsAboveZero(),
            new VisitsWithinDays(),
            new MinutesForAnesthesia(),
            new DrugCodeFormat(),
            new DrugNumber(),
            new CliaFormat(),
            new CliaForWaivedTest(),
            new CliaForLaboratory(),
            new MammographyCertified(),
            new UnlistedDescribed(),
            new DiagnosisPointers(),
            new PlaceExists(),
            new PlaceRepeated(),
            new DiagnosisCodes(),
            new DiagnosisPatient(),
            new ProcedureInForce(),
            new ProcedureStatus(),
            new PayerCovers(),
            new ProcedurePatient(),
            new ModifierCodes(),
            new ModifierConflicts(),
            new ModifierFit(),
            new ModifierOrder(),
            new BilateralUnits(),
            new SurgeonDocuments(),
            new OutsideLaboratory(),
            new ExpectedModifier(),
            new UnitsWithinLimit(),
            new PayerUnitsLimit(),
            new UnitsLimitZero(),
            new AddOnWithPrimary(),
            new AddOnOtherPrimary(),
            new AddOnOrder(),
            new LineOrder(),
            new MultipleProcedure(),
            new NcciPairs(),
            new DayTotal(),
            new RepeatedLines(),
            new VisitModifier(),
            new TechnicalPartPlace(),
            new ProfessionalPartPlace(),
            new TelehealthPlace(),
            new TelehealthProcedure(),
            new ProcedurePlace(),
            new DiagnosisFamily(),
            new DiagnosisSite(),
            new DiagnosisSide(),
            new DiagnosisSpecific(),
            new UnconfirmedDiagnosis(),
            new CosmeticRemoval(),
            new EarlierLineRepeated(),
            new EarlierUnitsLimit(),
            new EarlierColumnOne(),
            new EarlierColumnTwo(),
            new EarlierVisitModifier(),
            new GlobalPeriodVisit(),
            new GlobalPeriodProcedure(),
            new GlobalPeriodModifier(),
            new NewPatientSeen());

    private final ClaimEdit[] edits;
    private final String[] ids;
    private final Severity[] severities;
    /** {@link Trait#mask} of what each edit concerns. */
    private final int[] concerns;
    private final ClaimEdits coding;

    /** All edits with the severity they have by themselves. */
    public ClaimEdits() {
        this(Map.of());
    }

    /**
     * @param overrides severity by id of the edit; others keep {@link ClaimEdit#severity()}
     * @throws IllegalArgumentException if an id names no edit
     */
    public ClaimEdits(Map<String, Severity> overrides) {
        List<ClaimEdit> running = new ArrayList<>();
        List<Severity> levels = new ArrayList<>();
        for (ClaimEdit edit : ALL) {
            Severity severity = overrides.getOrDefault(edit.id(), edit.severity());
            if (severity != Severity.OFF) {
                running.add(edit);
                levels.add(severity);
            }
        }
        for (String id : overrides.keySet()) {
            if (ALL.stream().noneMatch(edit -> edit.id().equals(id))) {
                throw new IllegalArgumentException("no edit is called " + id + ", must be one of "
                        + String.join(", ", ALL.stream().map(ClaimEdit::id).toList()));
            }
        }
        edits = running.toArray(ClaimEdit[]::new);
        ids = running.stream().map(ClaimEdit::id).toArray(String[]::new);
        severities = levels.toArray(Severity[]::new);
        concerns = running.stream().mapToInt(edit -> Trait.mask(edit.concerns())).toArray();
        coding = new ClaimEdits(this, IntStream.range(0, edits.length).filter(i -> CodingEdits.contains(ids[i])).toArray());
    }

    private ClaimEdits(ClaimEdits all, int[] kept) {
        edits = IntStream.of(kept).mapToObj(i -> all.edits[i]).toArray(ClaimEdit[]::new);
        ids = IntStream.of(kept).mapToObj(i -> all.ids[i]).toArray(String[]::new);
        severities = IntStream.of(kept).mapToObj(i -> all.severities[i]).toArray(Severity[]::new);
        concerns = IntStream.of(kept).map(i -> all.concerns[i]).toArray();
        coding = this;
    }

    /** Of these edits, with their severities, those that judge how services are coded. */
    public ClaimEdits codingOnly() {
        return coding;
    }

    /** Every edit there is, for documentation and consoles. */
    public static List<ClaimEdit> all() {
        return ALL;
    }

    /** Checks one claim: {@code findings} is cleared first and then holds what was found, in the order of the claim. */
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        findings.clear();
        context.begin(claim);
        int missing = ~(Trait.of(claim) | context.traits());
        for (int i = 0; i < edits.length; i++) {
            if ((concerns[i] & missing) == 0) {
                findings.from(ids[i], severities[i]);
                edits[i].check(claim, context, findings);
            }
        }
        findings.sort();
    }
}
