package dev.claimgate.claim;

import static dev.claimgate.x12.PackedText.pack;

/**
 * Writes claims for tests. Starts as a clean office claim of an invented patient, received by a valid provider, with actinic
 * keratosis as its only diagnosis; each {@code line} opens a service line that the calls after it describe. The charge of the
 * claim is the sum of its lines unless {@link #charge} says otherwise.
 */
public final class ClaimSample {
    public static final int SERVICE_DAY = 20260105;
    public static final int CLAIM_POSITION = 20;
    public static final int DIAGNOSIS_POSITION = 21;
    private static final String NPI = "1234567893";
    private static final int FIRST_LINE_POSITION = 30;
    private static final int LINE_SEGMENTS = 4;

    private final Claim claim = new Claim();
    private long charge = -1;

    private ClaimSample() {
        claim.ordinal = 1;
        claim.position = CLAIM_POSITION;
        claim.patientControlNumber.set("TEST-1");
        claim.placeOfService = pack("11");
        claim.frequency = pack("1");
        party(claim.billingProvider, 8, "85", NPI);
        party(claim.subscriber, 14, "IL", "");
        claim.subscriber.birthDate = 19600214;
        diagnoses("L570");
    }

    public static ClaimSample claim() {
        return new ClaimSample();
    }

    public ClaimSample patientControlNumber(String number) {
        claim.patientControlNumber.set(number);
        return this;
    }

    public ClaimSample submitter(String name, String id) {
        party(claim.submitter, 3, "41", "");
        claim.submitter.entityType = pack("2");
        claim.submitter.lastName.set(name);
        claim.submitter.idQualifier = pack("46");
        claim.submitter.id.set(id);
        return this;
    }

    /** The provider that is so many-th in its transaction set. */
    public ClaimSample provider(int ordinal, String name) {
        claim.billingProviderOrdinal = ordinal;
        claim.billingProvider.entityType = pack("2");
        claim.billingProvider.lastName.set(name);
        return this;
    }

    public ClaimSample providerTaxId(String taxId) {
        claim.billingProvider.taxIdQualifier = pack("EI");
        claim.billingProvider.taxId.set(taxId);
        return this;
    }

    public ClaimSample subscriber(String last, String first, String memberId) {
        claim.subscriber.entityType = pack("1");
        claim.subscriber.lastName.set(last);
        claim.subscriber.firstName.set(first);
        claim.subscriber.idQualifier = pack("MI");
        claim.subscriber.id.set(memberId);
        return this;
    }

    public ClaimSample dependent(String last, String first) {
        dependentBorn(20150301);
        claim.patient.entityType = pack("1");
        claim.patient.lastName.set(last);
        claim.patient.firstName.set(first);
        return this;
    }

    public ClaimSample intermediaryNumber(String number) {
        claim.intermediaryNumber.set(number);
        return this;
    }

    public ClaimSample lineCharge(long cents) {
        last().chargeCents = cents;
        return this;
    }

    public ClaimSample lineControlNumber(String number) {
        last().controlNumber.set(number);
        return this;
    }

    public ClaimSample charge(long cents) {
        charge = cents;
        return this;
    }

    public ClaimSample place(String code) {
        claim.placeOfService = pack(code);
        return this;
    }

    public ClaimSample diagnoses(String... codes) {
        claim.diagnosisPosition = DIAGNOSIS_POSITION;
        claim.diagnosisCount = codes.length;
        for (int i = 0; i < codes.length; i++) {
            claim.diagnoses[i] = pack(codes[i]);
            claim.diagnosisQualifiers[i] = pack(i == 0 ? "ABK" : "ABF");
        }
        return this;
    }

    public ClaimSample diagnosisQualifier(String qualifier) {
        claim.diagnosisQualifiers[0] = pack(qualifier);
        return this;
    }

    public ClaimSample patientBorn(int date) {
        claim.subscriber.birthDate = date;
        return this;
    }

    public ClaimSample dependentBorn(int date) {
        claim.dependent = true;
        party(claim.patient, 17, "QC", "");
        claim.patient.birthDate = date;
        return this;
    }

    public ClaimSample billingNpi(String npi) {
        claim.billingProvider.id.set(npi);
        return this;
    }

    public ClaimSample billingIdQualifier(String qualifier) {
        claim.billingProvider.idQualifier = pack(qualifier);
        return this;
    }

    public ClaimSample referringNpi(String npi) {
        party(claim.referring[claim.referringCount++], 22, "DN", npi);
        return this;
    }

    public ClaimSample renderingNpi(String npi) {
        party(claim.rendering, 23, "82", npi);
        return this;
    }

    public ClaimSample facilityNpi(String npi) {
        party(claim.facility, 24, "77", npi);
        return this;
    }

    public ClaimSample supervisingNpi(String npi) {
        party(claim.supervising, 25, "DQ", npi);
        return this;
    }

    /** Opens a line: one unit of a procedure for 100.00 on {@link #SERVICE_DAY}, pointing to the first diagnosis. */
    public ClaimSample line(String procedure, String... modifiers) {
        ServiceLine line = new ServiceLine();
        line.number = claim.lineCount + 1;
        line.position = FIRST_LINE_POSITION + LINE_SEGMENTS * claim.lineCount;
        line.servicePosition = line.position + 1;
        line.datePosition = line.position + 2;
        line.procedureQualifier = pack("HC");
        line.procedure = pack(procedure);
        for (String modifier : modifiers) {
            line.modifiers[line.modifierCount++] = pack(modifier);
        }
        line.chargeCents = 10_000;
        line.unitBasis = pack("UN");
        line.unitsThousandths = 1000;
        line.dateFrom = SERVICE_DAY;
        line.dateTo = SERVICE_DAY;
        line.pointers[line.pointerCount++] = 1;
        claim.lines[claim.lineCount++] = line;
        return this;
    }

    public ClaimSample procedureQualifier(String qualifier) {
        last().procedureQualifier = pack(qualifier);
        return this;
    }

    public ClaimSample units(long units) {
        last().unitsThousandths = units * 1000;
        return this;
    }

    public ClaimSample minutes(long minutes) {
        last().unitBasis = pack("MJ");
        return units(minutes);
    }

    public ClaimSample on(int day) {
        return on(day, day);
    }

    public ClaimSample on(int from, int to) {
        last().dateFrom = from;
        last().dateTo = to;
        return this;
    }

    public ClaimSample linePlace(String code) {
        last().placeOfService = pack(code);
        return this;
    }

    public ClaimSample pointers(int... pointers) {
        last().pointerCount = pointers.length;
        System.arraycopy(pointers, 0, last().pointers, 0, pointers.length);
        return this;
    }

    public ClaimSample lineRenderingNpi(String npi) {
        party(last().rendering, last().position + 3, "82", npi);
        return this;
    }

    public Claim build() {
        claim.chargeCents = 0;
        for (int i = 0; i < claim.lineCount; i++) {
            claim.chargeCents += claim.lines[i].chargeCents;
        }
        claim.chargeCents = charge < 0 ? claim.chargeCents : charge;
        return claim;
    }

    private ServiceLine last() {
        return claim.lines[claim.lineCount - 1];
    }

    private static void party(Party party, int position, String entity, String npi) {
        party.present = true;
        party.position = position;
        party.entityCode = pack(entity);
        if (!npi.isEmpty()) {
            party.idQualifier = pack("XX");
            party.id.set(npi);
        }
    }
}
