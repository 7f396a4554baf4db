package dev.claimgate.claim;

import dev.claimgate.guide.Guide;
import dev.claimgate.guide.Slot;

/** The places of the 837P guide that a claim is made from. What is not named here is checked by the guide and then left alone. */
enum Part {
    NONE, PURPOSE,
    BILLING_LEVEL, SUBSCRIBER_LEVEL, PATIENT_LEVEL,
    SUBMITTER_NAME, RECEIVER_NAME,
    BILLING_NAME, BILLING_STREET, BILLING_CITY, BILLING_TAX_ID, BILLING_TAXONOMY,
    SUBSCRIBER, SUBSCRIBER_DEATH, SUBSCRIBER_NAME, SUBSCRIBER_STREET, SUBSCRIBER_CITY, SUBSCRIBER_DEMOGRAPHICS,
    PAYER_NAME,
    PATIENT, PATIENT_NAME, PATIENT_STREET, PATIENT_CITY, PATIENT_DEMOGRAPHICS,
    CLAIM, CLAIM_NOTE, CLAIM_ATTACHMENT, DIAGNOSES, ACCIDENT_DATE, ONSET_DATE, ADMISSION_DATE, DISCHARGE_DATE,
    PAYER_CLAIM_NUMBER, INTERMEDIARY_NUMBER, CLIA_NUMBER, MAMMOGRAPHY_NUMBER,
    OTHER_SUBSCRIBER, OTHER_ADJUSTMENT, OTHER_PAID, OTHER_PAYER_NAME, OTHER_PAYER_DATE,
    REFERRING_NAME, RENDERING_NAME, RENDERING_TAXONOMY, FACILITY_NAME, FACILITY_STREET, FACILITY_CITY, SUPERVISING_NAME,
    LINE, SERVICE, SERVICE_DATE, LINE_CONTROL_NUMBER, LINE_CLIA_NUMBER, LINE_MAMMOGRAPHY_NUMBER, LINE_NOTE,
    LINE_ATTACHMENT, LINE_DRUG, LINE_RENDERING_NAME, LINE_RENDERING_TAXONOMY, LINE_PURCHASED_NAME, LINE_FACILITY_NAME, LINE_FACILITY_CITY,
    LINE_SUPERVISING_NAME, LINE_ORDERING_NAME, LINE_REFERRING_NAME, LINE_ADJUDICATION, LINE_ADJUSTMENT;

    /** The part that each slot of the guide fills, by slot index. */
    static Part[] of(Guide guide) {
        return guide.slots().stream().map(Part::of).toArray(Part[]::new);
    }

    private static Part of(Slot slot) {
        String place = slot.loopId() + " " + slot.segmentId();
        return switch (place) {
            case "HEADER BHT" -> PURPOSE;
            case "2000A HL" -> BILLING_LEVEL;
            case "2000B HL" -> SUBSCRIBER_LEVEL;
            case "2000C HL" -> PATIENT_LEVEL;
            case "1000A NM1" -> SUBMITTER_NAME;
            case "1000B NM1" -> RECEIVER_NAME;
            case "2000A PRV" -> BILLING_TAXONOMY;
            case "2010AA NM1" -> BILLING_NAME;
            case "2010AA N3" -> BILLING_STREET;
            case "2010AA N4" -> BILLING_CITY;
            case "2010AA REF" -> slot.takes("EI") ? BILLING_TAX_ID : NONE;
            case "2000B SBR" -> SUBSCRIBER;
            case "2000B PAT" -> SUBSCRIBER_DEATH;
            case "2010BB NM1" -> PAYER_NAME;
            case "2000C PAT" -> PATIENT;
            default -> ofPerson(place, slot);
        };
    }

    private static Part ofPerson(String place, Slot slot) {
        return switch (place) {
            case "2010BA NM1" -> SUBSCRIBER_NAME;
            case "2010BA N3" -> SUBSCRIBER_STREET;
            case "2010BA N4" -> SUBSCRIBER_CITY;
            case "2010BA DMG" -> SUBSCRIBER_DEMOGRAPHICS;
            case "2010CA NM1" -> PATIENT_NAME;
            case "2010CA N3" -> PATIENT_STREET;
            case "2010CA N4" -> PATIENT_CITY;
            case "2010CA DMG" -> PATIENT_DEMOGRAPHICS;
            default -> ofClaim(place, slot);
        };
    }

    private static Part ofClaim(String place, Slot slot) {
        return switch (place) {
            case "2300 CLM" -> CLAIM;
            case "2300 NTE" -> CLAIM_NOTE;
            case "2300 PWK" -> CLAIM_ATTACHMENT;
            case "2300 HI" -> slot.takes("ABK") ? DIAGNOSES : NONE;
            case "2300 DTP" -> ofClaimDate(slot);
            case "2300 REF" -> ofClaimReference(slot);
            case "2310A NM1" -> REFERRING_NAME;
            case "2310B NM1" -> RENDERING_NAME;
            case "2310B PRV" -> RENDERING_TAXONOMY;
            case "2310C NM1" -> FACILITY_NAME;
            case "2310C N3" -> FACILITY_STREET;
            case "2310C N4" -> FACILITY_CITY;
            case "2310D NM1" -> SUPERVISING_NAME;
            default -> ofOtherPayer(place, slot);
        };
    }

    private static Part ofOtherPayer(String place, Slot slot) {
        return switch (place) {
            case "2320 SBR" -> OTHER_SUBSCRIBER;
            case "2320 CAS" -> OTHER_ADJUSTMENT;
            case "2320 AMT" -> slot.takes("D") ? OTHER_PAID : NONE;
            case "2330B NM1" -> OTHER_PAYER_NAME;
            case "2330B DTP" -> OTHER_PAYER_DATE;
            default -> ofLine(place, slot);
        };
    }

    private static Part ofClaimReference(Slot slot) {
        if (slot.takes("F8")) {
            return PAYER_CLAIM_NUMBER;
        }
        if (slot.takes("D9")) {
            return INTERMEDIARY_NUMBER;
        }
        return slot.takes("X4") ? CLIA_NUMBER : slot.takes("EW") ? MAMMOGRAPHY_NUMBER : NONE;
    }

    private static Part ofClaimDate(Slot slot) {
        if (slot.takes("439")) {
            return ACCIDENT_DATE;
        }
        if (slot.takes("431")) {
            return ONSET_DATE;
        }
        return slot.takes("435") ? ADMISSION_DATE : slot.takes("096") ? DISCHARGE_DATE : NONE;
    }

    private static Part ofLine(String place, Slot slot) {
        return switch (place) {
            case "2400 LX" -> LINE;
            case "2400 SV1" -> SERVICE;
            case "2400 DTP" -> slot.takes("472") ? SERVICE_DATE : NONE;
            case "2400 REF" -> ofLineReference(slot);
            case "2400 NTE" -> LINE_NOTE;
            case "2400 PWK" -> LINE_ATTACHMENT;
            case "2410 LIN" -> LINE_DRUG;
            case "2420A NM1" -> LINE_RENDERING_NAME;
            case "2420A PRV" -> LINE_RENDERING_TAXONOMY;
            case "2420B NM1" -> LINE_PURCHASED_NAME;
            case "2420C NM1" -> LINE_FACILITY_NAME;
            case "2420C N4" -> LINE_FACILITY_CITY;
            case "2420D NM1" -> LINE_SUPERVISING_NAME;
            case "2420E NM1" -> LINE_ORDERING_NAME;
            case "2420F NM1" -> LINE_REFERRING_NAME;
            case "2430 SVD" -> LINE_ADJUDICATION;
            case "2430 CAS" -> LINE_ADJUSTMENT;
            default -> NONE;
        };
    }

    private static Part ofLineReference(Slot slot) {
        if (slot.takes("6R")) {
            return LINE_CONTROL_NUMBER;
        }
        return slot.takes("X4") ? LINE_CLIA_NUMBER : slot.takes("EW") ? LINE_MAMMOGRAPHY_NUMBER : NONE;
    }
}
