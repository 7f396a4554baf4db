package dev.claimgate.claim;

import dev.claimgate.x12.Text;

/**
 * One claim of an 837P with all that it inherits from the levels above it. One object is filled again for each claim: read
 * it during the call that hands it over and keep nothing. Codes are packed text ({@link dev.claimgate.x12.PackedText}),
 * money is in cents, dates are {@code yyyymmdd} or 0. Parties that were not sent are there, with {@code present() == false}.
 */
public final class Claim {
    /** Most service lines of a claim (loop 2400, 005010X222A1). */
    public static final int LINES_MAX = 50;
    /** Most diagnoses of a claim (HI01 to HI12). */
    public static final int DIAGNOSES_MAX = 12;
    /** Most referring providers (loop 2310A) and other payers (2320). */
    public static final int REFERRING_MAX = 2;
    public static final int OTHER_PAYERS_MAX = 10;

    int ordinal;
    int position;
    final Party submitter = new Party();
    final Party receiver = new Party();
    final Party billingProvider = new Party();
    final Party subscriber = new Party();
    final Party patient = new Party();
    final Party payer = new Party();
    int billingProviderOrdinal;
    long purpose;
    long payerResponsibility;
    int responsibilityPosition;
    long filingIndicator;
    long relationship;
    boolean dependent;
    final Text patientControlNumber = new Text(38);
    boolean numberRepeated;
    long chargeCents;
    int chargeDecimals;
    long placeOfService;
    long frequency;
    final long[] diagnoses = new long[DIAGNOSES_MAX];
    final long[] diagnosisQualifiers = new long[DIAGNOSES_MAX];
    int diagnosisCount;
    int diagnosisPosition;
    final Reference payerClaimNumber = new Reference();
    final Text intermediaryNumber = new Text(50);
    final Reference clia = new Reference();
    boolean mammography;
    boolean note;
    boolean attachment;
    final ClaimDates dates = new ClaimDates();
    final OtherPayer[] otherPayers = new OtherPayer[OTHER_PAYERS_MAX];
    int otherPayerCount;
    final Party[] referring = {new Party(), new Party()};
    int referringCount;
    final Party rendering = new Party();
    final Party facility = new Party();
    final Party supervising = new Party();
    final ServiceLine[] lines = new ServiceLine[LINES_MAX];
    int lineCount;
    final ByteRange headerRange = new ByteRange();
    final ByteRange billingProviderRange = new ByteRange();
    final ByteRange subscriberRange = new ByteRange();
    final ByteRange patientRange = new ByteRange();
    final ByteRange range = new ByteRange();

    /** 1-based number of the claim in its transaction set. */
    public int ordinal() {
        return ordinal;
    }

    /** Segment position of CLM in the transaction set, ST = 1. */
    public int position() {
        return position;
    }

    /** Segment position of the HI with the diagnoses; 0 if there is none. */
    public int diagnosisPosition() {
        return diagnosisPosition;
    }

    /** Loop 1000A. */
    public Party submitter() {
        return submitter;
    }

    /** Loop 1000B. */
    public Party receiver() {
        return receiver;
    }

    /** Loop 2010AA. */
    public Party billingProvider() {
        return billingProvider;
    }

    /** 1-based number of the billing provider's HL among those of its transaction set: changes when the provider changes. */
    public int billingProviderOrdinal() {
        return billingProviderOrdinal;
    }

    /** Loop 2010BA. */
    public Party subscriber() {
        return subscriber;
    }

    /** Loop 2010CA when the patient is a dependent, else the subscriber. */
    public Party patient() {
        return dependent ? patient : subscriber;
    }

    /** Whether the claim stands under a patient level (2000C). */
    public boolean dependent() {
        return dependent;
    }

    /** Loop 2010BB. */
    public Party payer() {
        return payer;
    }

    /** BHT06: {@code CH} chargeable, {@code RP} reporting, {@code 31} subrogation. */
    public long purpose() {
        return purpose;
    }

    /** SBR01 of 2000B. */
    public long payerResponsibility() {
        return payerResponsibility;
    }

    /** Segment position of SBR of 2000B. */
    public int responsibilityPosition() {
        return responsibilityPosition;
    }

    /** SBR09 of 2000B. */
    public long filingIndicator() {
        return filingIndicator;
    }

    /** SBR02 (18) or PAT01 of the dependent. */
    public long relationship() {
        return relationship;
    }

    /** CLM01. */
    public Text patientControlNumber() {
        return patientControlNumber;
    }

    /** Whether an earlier claim of the transaction set has the same CLM01 (looked for among its first 65,536). */
    public boolean numberRepeated() {
        return numberRepeated;
    }

    /** CLM02. */
    public long chargeCents() {
        return chargeCents;
    }

    /** How many decimals CLM02 was sent with. */
    public int chargeDecimals() {
        return chargeDecimals;
    }

    /** CLM05-1. */
    public long placeOfService() {
        return placeOfService;
    }

    /** CLM05-3. */
    public long frequency() {
        return frequency;
    }

    /** HI01-2 to HI12-2, {@code index} from 0. */
    public long diagnosis(int index) {
        return diagnoses[index];
    }

    /** HI01-1 to HI12-1: ABK, ABF (ICD-10), BK, BF (ICD-9). */
    public long diagnosisQualifier(int index) {
        return diagnosisQualifiers[index];
    }

    public int diagnosisCount() {
        return diagnosisCount;
    }

    /** REF*F8 of 2300: the payer's number of an earlier claim. */
    public Reference payerClaimNumber() {
        return payerClaimNumber;
    }

    /** REF*X4 of 2300: the number of the laboratory's CLIA certificate. */
    public Reference clia() {
        return clia;
    }

    /** Whether REF*EW of 2300 was sent: the number of the mammography facility's certificate. */
    public boolean hasMammographyNumber() {
        return mammography;
    }

    /** REF*D9 of 2300. */
    public Text intermediaryNumber() {
        return intermediaryNumber;
    }

    /** Whether a claim note (NTE) was sent. */
    public boolean hasNote() {
        return note;
    }

    /** Whether documents beside the claim were announced (PWK). */
    public boolean hasAttachment() {
        return attachment;
    }

    /** The DTP segments of loop 2300. */
    public ClaimDates dates() {
        return dates;
    }

    /** Loops 2320 with their 2330B, {@code index} from 0. */
    public OtherPayer otherPayer(int index) {
        return otherPayers[index];
    }

    public int otherPayerCount() {
        return otherPayerCount;
    }

    /** Loops 2310A, {@code index} from 0. */
    public Party referring(int index) {
        return referring[index];
    }

    public int referringCount() {
        return referringCount;
    }

    /** Loop 2310B. */
    public Party rendering() {
        return rendering;
    }

    /** Loop 2310C. */
    public Party facility() {
        return facility;
    }

    /** Loop 2310D. */
    public Party supervising() {
        return supervising;
    }

    /** Service line, {@code index} from 0. */
    public ServiceLine line(int index) {
        return lines[index];
    }

    public int lineCount() {
        return lineCount;
    }

    /** First service day over all lines, 0 if no line has a date. */
    public int serviceFrom() {
        return ServiceDays.first(lines, lineCount);
    }

    /** Last service day over all lines, 0 if no line has a date. */
    public int serviceTo() {
        return ServiceDays.last(lines, lineCount);
    }

    /** Bytes of ST up to the first HL. */
    public ByteRange headerRange() {
        return headerRange;
    }

    /** Bytes of the billing provider level (2000A) up to the next HL. */
    public ByteRange billingProviderRange() {
        return billingProviderRange;
    }

    /** Bytes of the subscriber level (2000B) up to its first claim or the next HL. */
    public ByteRange subscriberRange() {
        return subscriberRange;
    }

    /** Bytes of the patient level (2000C) up to its first claim; empty when the patient is the subscriber. */
    public ByteRange patientRange() {
        return patientRange;
    }

    /** Bytes of the claim itself, CLM to the end of its last line. */
    public ByteRange range() {
        return range;
    }
}
