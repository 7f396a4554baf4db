package dev.claimgate.claim;

import dev.claimgate.x12.PackedText;
import dev.claimgate.x12.Segment;

/** Copies elements into the claim. Faulty elements are copied as far as they can be read; the guide has reported them. */
final class ClaimFiller {
    private static final long EMPLOYMENT = PackedText.pack("EM");

    private final Claim claim;
    private final LineFiller lines;
    private final OtherPayerFiller otherPayers;
    private final ControlNumbers controlNumbers = new ControlNumbers();

    ClaimFiller(Claim claim) {
        this.claim = claim;
        this.lines = new LineFiller(claim);
        this.otherPayers = new OtherPayerFiller(claim);
    }

    void beginSet() {
        claim.ordinal = 0;
        claim.billingProviderOrdinal = 0;
        claim.purpose = 0;
        controlNumbers.begin();
        claim.submitter.clear();
        claim.receiver.clear();
        claim.headerRange.clear();
        clearBilling();
    }

    void header(Segment segment) {
        if (claim.headerRange.isEmpty()) {
            claim.headerRange.set(segment.position(), segment.endPosition());
        } else {
            claim.headerRange.extendTo(segment.endPosition());
        }
    }

    ByteRange billingLevel(Segment segment) {
        clearBilling();
        claim.billingProviderOrdinal++;
        claim.billingProviderRange.set(segment.position(), segment.endPosition());
        return claim.billingProviderRange;
    }

    ByteRange subscriberLevel(Segment segment) {
        clearSubscriber();
        claim.subscriberRange.set(segment.position(), segment.endPosition());
        return claim.subscriberRange;
    }

    ByteRange patientLevel(Segment segment) {
        clearPatient();
        claim.dependent = true;
        claim.patientRange.set(segment.position(), segment.endPosition());
        return claim.patientRange;
    }

    void beginClaim(Segment segment, int position) {
        clearClaim();
        claim.ordinal++;
        claim.position = position;
        claim.range.set(segment.position(), segment.endPosition());
        segment.copyTo(1, claim.patientControlNumber);
        claim.numberRepeated = controlNumbers.repeats(claim.patientControlNumber);
        claim.chargeCents = Fields.cents(segment, 2);
        claim.chargeDecimals = Fields.decimals(segment, 2);
        claim.placeOfService = segment.packedComponent(5, 1);
        claim.frequency = segment.packedComponent(5, 3);
        claim.dates.employment = segment.has(11)
                && (segment.packedComponent(11, 1) == EMPLOYMENT || segment.packedComponent(11, 2) == EMPLOYMENT);
    }

    void fill(Part part, Segment segment, int position) {
        switch (part) {
            case NONE -> { }
            case PURPOSE -> claim.purpose = segment.packed(6);
            case SUBMITTER_NAME -> PartyFiller.name(claim.submitter, segment, position);
            case RECEIVER_NAME -> PartyFiller.name(claim.receiver, segment, position);
            case BILLING_NAME -> PartyFiller.name(claim.billingProvider, segment, position);
            case BILLING_STREET -> PartyFiller.street(claim.billingProvider, segment, position);
            case BILLING_CITY -> PartyFiller.city(claim.billingProvider, segment, position);
            case BILLING_TAX_ID -> PartyFiller.taxId(claim.billingProvider, segment, position);
            case BILLING_TAXONOMY -> PartyFiller.taxonomy(claim.billingProvider, segment, position);
            case SUBSCRIBER -> subscriber(segment, position);
            case SUBSCRIBER_DEATH -> PartyFiller.death(claim.subscriber, segment, position);
            case SUBSCRIBER_NAME -> PartyFiller.name(claim.subscriber, segment, position);
            case SUBSCRIBER_STREET -> PartyFiller.street(claim.subscriber, segment, position);
            case SUBSCRIBER_CITY -> PartyFiller.city(claim.subscriber, segment, position);
            case SUBSCRIBER_DEMOGRAPHICS -> PartyFiller.demographics(claim.subscriber, segment);
            case PAYER_NAME -> PartyFiller.name(claim.payer, segment, position);
            case PATIENT -> patient(segment, position);
            case PATIENT_NAME -> PartyFiller.name(claim.patient, segment, position);
            case PATIENT_STREET -> PartyFiller.street(claim.patient, segment, position);
            case PATIENT_CITY -> PartyFiller.city(claim.patient, segment, position);
            case PATIENT_DEMOGRAPHICS -> PartyFiller.demographics(claim.patient, segment);
            default -> fillClaim(part, segment, position);
        }
    }

    private void fillClaim(Part part, Segment segment, int position) {
        switch (part) {
            case CLAIM_NOTE -> claim.note = true;
            case CLAIM_ATTACHMENT -> claim.attachment = true;
            case DIAGNOSES -> diagnoses(segment, position);
            case ACCIDENT_DATE -> claim.dates.accident = Fields.firstDate(segment, 3);
            case ONSET_DATE -> onset(segment, position);
            case ADMISSION_DATE -> claim.dates.admission = Fields.firstDate(segment, 3);
            case DISCHARGE_DATE -> discharge(segment, position);
            case PAYER_CLAIM_NUMBER -> claim.payerClaimNumber.set(segment, position);
            case CLIA_NUMBER -> claim.clia.set(segment, position);
            case MAMMOGRAPHY_NUMBER -> claim.mammography = true;
            case OTHER_SUBSCRIBER -> otherPayers.begin(segment, position);
            case OTHER_ADJUSTMENT -> otherPayers.adjustment(segment, position);
            case OTHER_PAID -> otherPayers.paid(segment, position);
            case OTHER_PAYER_NAME -> otherPayers.name(segment);
            case OTHER_PAYER_DATE -> otherPayers.date(position);
            case INTERMEDIARY_NUMBER -> segment.copyTo(2, claim.intermediaryNumber);
            case REFERRING_NAME -> referring(segment, position);
            case RENDERING_NAME -> PartyFiller.name(claim.rendering, segment, position);
            case RENDERING_TAXONOMY -> PartyFiller.taxonomy(claim.rendering, segment, position);
            case FACILITY_NAME -> PartyFiller.name(claim.facility, segment, position);
            case FACILITY_STREET -> PartyFiller.street(claim.facility, segment, position);
            case FACILITY_CITY -> PartyFiller.city(claim.facility, segment, position);
            case SUPERVISING_NAME -> PartyFiller.name(claim.supervising, segment, position);
            default -> lines.fill(part, segment, position);
        }
    }

    private void patient(Segment segment, int position) {
        claim.relationship = segment.packed(1);
        PartyFiller.death(claim.patient, segment, position);
    }

    private void subscriber(Segment segment, int position) {
        claim.responsibilityPosition = position;
        claim.payerResponsibility = segment.packed(1);
        claim.relationship = segment.packed(2);
        claim.filingIndicator = segment.packed(9);
    }

    private void onset(Segment segment, int position) {
        claim.dates.onset = Fields.firstDate(segment, 3);
        claim.dates.onsetPosition = position;
    }

    private void discharge(Segment segment, int position) {
        claim.dates.discharge = Fields.firstDate(segment, 3);
        claim.dates.dischargePosition = position;
    }

    private void diagnoses(Segment segment, int position) {
        claim.diagnosisPosition = position;
        claim.diagnosisCount = 0;
        int sent = Math.min(segment.elementCount(), Claim.DIAGNOSES_MAX);
        for (int e = 1; e <= sent; e++) {
            if (segment.has(e)) {
                int i = claim.diagnosisCount++;
                boolean code = segment.splitComponents(e) >= 2;
                claim.diagnosisQualifiers[i] = PackedText.pack(segment.bytes(), segment.componentStart(1), segment.componentEnd(1));
                claim.diagnoses[i] = !code ? 0
                        : PackedText.pack(segment.bytes(), segment.componentStart(2), segment.componentEnd(2));
            }
        }
    }

    private void referring(Segment segment, int position) {
        if (claim.referringCount < Claim.REFERRING_MAX) {
            PartyFiller.name(claim.referring[claim.referringCount++], segment, position);
        }
    }

    private void clearBilling() {
        claim.billingProvider.clear();
        claim.billingProviderRange.clear();
        clearSubscriber();
    }

    private void clearSubscriber() {
        claim.subscriber.clear();
        claim.payer.clear();
        claim.subscriberRange.clear();
        claim.payerResponsibility = 0;
        claim.responsibilityPosition = 0;
        claim.filingIndicator = 0;
        claim.relationship = 0;
        clearPatient();
        claim.dependent = false;
    }

    private void clearPatient() {
        claim.patient.clear();
        claim.patientRange.clear();
    }

    private void clearClaim() {
        claim.diagnosisPosition = 0;
        claim.diagnosisCount = 0;
        claim.payerClaimNumber.clear();
        claim.intermediaryNumber.clear();
        claim.clia.clear();
        claim.mammography = false;
        claim.note = false;
        claim.attachment = false;
        claim.dates.clear();
        claim.otherPayerCount = 0;
        for (int i = 0; i < claim.referringCount; i++) {
            claim.referring[i].clear();
        }
        claim.referringCount = 0;
        PartyFiller.clear(claim.rendering);
        PartyFiller.clear(claim.facility);
        PartyFiller.clear(claim.supervising);
        claim.lineCount = 0;
    }
}
