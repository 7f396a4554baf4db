package dev.claimgate.claim;

import dev.claimgate.x12.Text;

/**
 * A service line (loop 2400). Reused from claim to claim. Codes are packed text, money is in cents, units in thousandths,
 * dates are {@code yyyymmdd} or 0.
 */
public final class ServiceLine {
    /** A line has at most four modifiers and four diagnosis pointers (SV101-3 to -6, SV107). */
    public static final int MODIFIERS_MAX = 4;
    public static final int POINTERS_MAX = 4;
    /** Most answers of other payers to a line (loop 2430). */
    public static final int ADJUDICATIONS_MAX = 15;

    int position;
    int servicePosition;
    int datePosition;
    int number;
    long procedureQualifier;
    long procedure;
    final long[] modifiers = new long[MODIFIERS_MAX];
    int modifierCount;
    final Text description = new Text(80);
    long chargeCents;
    int chargeDecimals;
    long unitBasis;
    long unitsThousandths;
    int unitsDecimals;
    long placeOfService;
    final int[] pointers = new int[POINTERS_MAX];
    int pointerCount;
    int dateFrom;
    int dateTo;
    final Text controlNumber = new Text(50);
    int controlNumberPosition;
    final Reference clia = new Reference();
    boolean dateRange;
    boolean mammography;
    boolean note;
    boolean attachment;
    int drugPosition;
    long drugQualifier;
    final Text drugCode = new Text(48);
    final Party rendering = new Party();
    final LineProviders providers = new LineProviders();
    final LineAdjudication[] adjudications = new LineAdjudication[ADJUDICATIONS_MAX];
    int adjudicationCount;

    /** Segment position of LX in the transaction set, ST = 1. */
    public int position() {
        return position;
    }

    /** Segment position of SV1; 0 if there is none. */
    public int servicePosition() {
        return servicePosition;
    }

    /** Segment position of DTP*472; 0 if there is none. */
    public int datePosition() {
        return datePosition;
    }

    /** LX01. */
    public int number() {
        return number;
    }

    /** SV101-1: {@code HC} for HCPCS and CPT. */
    public long procedureQualifier() {
        return procedureQualifier;
    }

    /** SV101-2. */
    public long procedure() {
        return procedure;
    }

    /** SV101-3 to SV101-6, {@code index} from 0. */
    public long modifier(int index) {
        return modifiers[index];
    }

    public int modifierCount() {
        return modifierCount;
    }

    /** Whether the line carries this modifier. */
    public boolean hasModifier(long modifier) {
        for (int i = 0; i < modifierCount; i++) {
            if (modifiers[i] == modifier) {
                return true;
            }
        }
        return false;
    }

    /** SV101-7. */
    public Text description() {
        return description;
    }

    /** SV102. */
    public long chargeCents() {
        return chargeCents;
    }

    /** How many decimals SV102 was sent with. */
    public int chargeDecimals() {
        return chargeDecimals;
    }

    /** SV103: UN or MJ. */
    public long unitBasis() {
        return unitBasis;
    }

    /** SV104 in thousandths of a unit. */
    public long unitsThousandths() {
        return unitsThousandths;
    }

    /** How many decimals SV104 was sent with. */
    public int unitsDecimals() {
        return unitsDecimals;
    }

    /** SV105, or 0 if the claim's place holds. */
    public long placeOfService() {
        return placeOfService;
    }

    /** SV107-1 to SV107-4, {@code index} from 0; -1 when it is not a number. */
    public int pointer(int index) {
        return pointers[index];
    }

    public int pointerCount() {
        return pointerCount;
    }

    /** First day of DTP*472. */
    public int dateFrom() {
        return dateFrom;
    }

    /** Last day of DTP*472, equal to the first for a single day. */
    public int dateTo() {
        return dateTo;
    }

    /** Whether DTP*472 was sent as a range of days (RD8), be it of one day only. */
    public boolean dateRange() {
        return dateRange;
    }

    /** REF*6R, empty if none was sent. */
    public Text controlNumber() {
        return controlNumber;
    }

    /** Segment position of REF*6R. */
    public int controlNumberPosition() {
        return controlNumberPosition;
    }

    /** REF*X4 of 2400: the number of the laboratory's CLIA certificate. */
    public Reference clia() {
        return clia;
    }

    /** Whether REF*EW of 2400 was sent: the number of the mammography facility's certificate. */
    public boolean hasMammographyNumber() {
        return mammography;
    }

    /** Whether a line note (NTE) was sent. */
    public boolean hasNote() {
        return note;
    }

    /** Whether documents beside the line were announced (PWK). */
    public boolean hasAttachment() {
        return attachment;
    }

    /** Segment position of LIN; 0 if there is none. */
    public int drugPosition() {
        return drugPosition;
    }

    /** LIN02: {@code N4} for an NDC. */
    public long drugQualifier() {
        return drugQualifier;
    }

    /** LIN03. */
    public Text drugCode() {
        return drugCode;
    }

    /** Loop 2420A. */
    public Party rendering() {
        return rendering;
    }

    /** Whether any of loops 2420B to 2420F was sent. */
    public boolean hasProviders() {
        return providers.any();
    }

    /** One of loops 2420B to 2420F; a party that is not present if it was not sent. */
    public Party provider(LineProvider provider) {
        return providers.get(provider);
    }

    /** Loops 2430, {@code index} from 0. */
    public LineAdjudication adjudication(int index) {
        return adjudications[index];
    }

    public int adjudicationCount() {
        return adjudicationCount;
    }

    LineAdjudication nextAdjudication(LineAdjudication surplus) {
        if (adjudicationCount == ADJUDICATIONS_MAX) {
            return surplus;
        }
        if (adjudications[adjudicationCount] == null) {
            adjudications[adjudicationCount] = new LineAdjudication();
        }
        return adjudications[adjudicationCount++];
    }

    void clear() {
        position = 0;
        servicePosition = 0;
        datePosition = 0;
        number = 0;
        procedureQualifier = 0;
        procedure = 0;
        modifierCount = 0;
        description.clear();
        chargeCents = 0;
        chargeDecimals = 0;
        unitBasis = 0;
        unitsThousandths = 0;
        unitsDecimals = 0;
        placeOfService = 0;
        pointerCount = 0;
        dateFrom = 0;
        dateTo = 0;
        controlNumber.clear();
        clia.clear();
        mammography = false;
        dateRange = false;
        note = false;
        attachment = false;
        drugPosition = 0;
        drugQualifier = 0;
        drugCode.clear();
        adjudicationCount = 0;
        PartyFiller.clear(rendering);
        providers.clear();
    }
}
