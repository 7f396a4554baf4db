package dev.claimgate.claim;

import dev.claimgate.x12.PackedText;
import dev.claimgate.x12.Segment;

/** Copies the segments of a service line (loop 2400 and beneath) into the claim's current line. */
final class LineFiller {
    private static final long RANGE = PackedText.pack("RD8");

    private final Claim claim;
    /** Takes what a claim with too many lines sends beyond the last; such a claim is rejected. */
    private final ServiceLine surplus = new ServiceLine();
    private ServiceLine line = surplus;
    /** Takes the answers beyond the last that a line may have. */
    private final LineAdjudication surplusAnswer = new LineAdjudication();
    private LineAdjudication answer = surplusAnswer;

    LineFiller(Claim claim) {
        this.claim = claim;
        for (int i = 0; i < Claim.LINES_MAX; i++) {
            claim.lines[i] = new ServiceLine();
        }
    }

    void fill(Part part, Segment segment, int position) {
        switch (part) {
            case LINE -> begin(segment, position);
            case SERVICE -> service(segment, position);
            case SERVICE_DATE -> date(segment, position);
            case LINE_CONTROL_NUMBER -> controlNumber(segment, position);
            case LINE_CLIA_NUMBER -> line.clia.set(segment, position);
            case LINE_MAMMOGRAPHY_NUMBER -> line.mammography = true;
            case LINE_NOTE -> line.note = true;
            case LINE_ATTACHMENT -> line.attachment = true;
            case LINE_DRUG -> drug(segment, position);
            case LINE_RENDERING_NAME -> PartyFiller.name(line.rendering, segment, position);
            case LINE_RENDERING_TAXONOMY -> PartyFiller.taxonomy(line.rendering, segment, position);
            case LINE_ADJUDICATION -> adjudication(segment, position);
            case LINE_ADJUSTMENT -> answer.adjustments.add(segment, position);
            default -> provider(part, segment, position);
        }
    }

    private void provider(Part part, Segment segment, int position) {
        switch (part) {
            case LINE_PURCHASED_NAME -> line.providers.name(LineProvider.PURCHASED, segment, position);
            case LINE_FACILITY_NAME -> line.providers.name(LineProvider.FACILITY, segment, position);
            case LINE_FACILITY_CITY -> line.providers.facilityCity(segment, position);
            case LINE_SUPERVISING_NAME -> line.providers.name(LineProvider.SUPERVISING, segment, position);
            case LINE_ORDERING_NAME -> line.providers.name(LineProvider.ORDERING, segment, position);
            case LINE_REFERRING_NAME -> line.providers.referring(segment, position);
            default -> throw new IllegalStateException("no line holds " + part);
        }
    }

    private void begin(Segment segment, int position) {
        line = claim.lineCount < Claim.LINES_MAX ? claim.lines[claim.lineCount++] : surplus;
        line.clear();
        line.position = position;
        line.number = Fields.integer(segment, 1);
    }

    private void service(Segment segment, int position) {
        line.servicePosition = position;
        line.chargeCents = Fields.cents(segment, 2);
        line.chargeDecimals = Fields.decimals(segment, 2);
        line.unitBasis = segment.packed(3);
        line.unitsThousandths = Fields.thousandths(segment, 4);
        line.unitsDecimals = Fields.decimals(segment, 4);
        line.placeOfService = segment.packed(5);
        procedure(segment);
        pointers(segment);
    }

    private void procedure(Segment segment) {
        int sent = segment.splitComponents(1);
        line.modifierCount = 0;
        line.procedureQualifier = component(segment, 1, sent);
        line.procedure = component(segment, 2, sent);
        for (int c = 3; c <= Math.min(sent, 2 + ServiceLine.MODIFIERS_MAX); c++) {
            long modifier = component(segment, c, sent);
            if (modifier != 0) {
                line.modifiers[line.modifierCount++] = modifier;
            }
        }
        if (sent >= 7) {
            line.description.set(segment.bytes(), segment.componentStart(7), segment.componentEnd(7));
        }
    }

    private void pointers(Segment segment) {
        line.pointerCount = 0;
        if (!segment.has(7)) {
            return;
        }
        int sent = Math.min(segment.splitComponents(7), ServiceLine.POINTERS_MAX);
        for (int c = 1; c <= sent; c++) {
            if (segment.componentEnd(c) > segment.componentStart(c)) {
                line.pointers[line.pointerCount++] =
                        Fields.integer(segment.bytes(), segment.componentStart(c), segment.componentEnd(c));
            }
        }
    }

    private void date(Segment segment, int position) {
        line.datePosition = position;
        line.dateFrom = Math.max(Fields.firstDate(segment, 3), 0);
        line.dateTo = Math.max(Fields.lastDate(segment, 3), 0);
        line.dateRange = segment.packed(2) == RANGE;
    }

    private void controlNumber(Segment segment, int position) {
        segment.copyTo(2, line.controlNumber);
        line.controlNumberPosition = position;
    }

    /** Lines seldom have any: their places are made when the first claim needs them, and kept. */
    private void adjudication(Segment segment, int position) {
        answer = line.nextAdjudication(surplusAnswer);
        answer.clear();
        answer.position = position;
        segment.copyTo(1, answer.payerId);
        answer.paidCents = Fields.cents(segment, 2);
    }

    private void drug(Segment segment, int position) {
        line.drugPosition = position;
        line.drugQualifier = segment.packed(2);
        segment.copyTo(3, line.drugCode);
    }

    private static long component(Segment segment, int component, int sent) {
        return component > sent ? 0
                : PackedText.pack(segment.bytes(), segment.componentStart(component), segment.componentEnd(component));
    }
}
