package dev.claimgate.claim;

import dev.claimgate.x12.PackedText;
import java.util.List;

/**
 * A claim that is still being coded: its services, diagnoses and patient, without the providers and numbers that a claim file
 * has. It makes a {@link Claim} as loop 2300 with its lines would, segment positions counted as if nothing else were there.
 * Codes are at most eight ASCII characters. One thread, built once.
 */
public final class ClaimDraft {
    private static final long HCPCS = PackedText.pack("HC");
    private static final long UNITS = PackedText.pack("UN");
    private static final int SEGMENTS_BEFORE_LINES = 2;
    private static final int SEGMENTS_OF_LINE = 3;

    private final Claim claim = new Claim();

    public ClaimDraft() {
        claim.ordinal = 1;
        claim.position = 1;
        claim.diagnosisPosition = SEGMENTS_BEFORE_LINES;
        claim.frequency = PackedText.pack("1");
        claim.billingProvider.present = true;
        claim.subscriber.present = true;
    }

    /** CLM05-1; lines may name a place of their own. */
    public ClaimDraft place(String code) {
        claim.placeOfService = PackedText.pack(code);
        return this;
    }

    /**
     * @param birthDate {@code yyyymmdd}, 0 if unknown
     * @param sex       {@code F}, {@code M}, {@code U} or empty
     */
    public ClaimDraft patient(int birthDate, String sex) {
        claim.subscriber.birthDate = birthDate;
        claim.subscriber.sex = PackedText.pack(sex);
        return this;
    }

    /** The payer's id as in NM109 of 2010BB. */
    public ClaimDraft payer(String id) {
        claim.payer.present = true;
        claim.payer.id.set(id);
        return this;
    }

    /**
     * The next diagnosis, ICD-10-CM without point; the first is the principal one.
     *
     * @throws IllegalArgumentException beyond {@link Claim#DIAGNOSES_MAX}
     */
    public ClaimDraft diagnosis(String code) {
        require(claim.diagnosisCount < Claim.DIAGNOSES_MAX, "diagnoses", Claim.DIAGNOSES_MAX);
        claim.diagnosisQualifiers[claim.diagnosisCount] = PackedText.pack(claim.diagnosisCount == 0 ? "ABK" : "ABF");
        claim.diagnoses[claim.diagnosisCount++] = PackedText.pack(code);
        return this;
    }

    /**
     * A service line.
     *
     * @param procedure        CPT or HCPCS
     * @param modifiers        in their order, at most {@link ServiceLine#MODIFIERS_MAX}
     * @param unitsThousandths units times 1,000
     * @param chargeCents      0 if not known yet
     * @param pointers         1-based, at most {@link ServiceLine#POINTERS_MAX}
     * @param place            empty: that of the claim
     * @param from             first day, {@code yyyymmdd}
     * @param to               last day
     * @param description      SV101-7, empty if there is none
     */
    public record Line(String procedure, List<String> modifiers, long unitsThousandths, long chargeCents,
                       List<Integer> pointers, String place, int from, int to, String description) {
    }

    /**
     * The next line.
     *
     * @throws IllegalArgumentException if it, or a list in it, is one too many
     */
    public ClaimDraft line(Line draft) {
        require(claim.lineCount < Claim.LINES_MAX, "lines", Claim.LINES_MAX);
        require(draft.modifiers.size() <= ServiceLine.MODIFIERS_MAX, "modifiers", ServiceLine.MODIFIERS_MAX);
        require(draft.pointers.size() <= ServiceLine.POINTERS_MAX, "pointers", ServiceLine.POINTERS_MAX);
        ServiceLine line = new ServiceLine();
        line.number = claim.lineCount + 1;
        line.position = SEGMENTS_BEFORE_LINES + SEGMENTS_OF_LINE * claim.lineCount + 1;
        line.servicePosition = line.position + 1;
        line.datePosition = line.position + 2;
        line.procedureQualifier = HCPCS;
        line.procedure = PackedText.pack(draft.procedure);
        draft.modifiers.forEach(modifier -> line.modifiers[line.modifierCount++] = PackedText.pack(modifier));
        line.description.set(draft.description);
        line.chargeCents = draft.chargeCents;
        line.unitBasis = UNITS;
        line.unitsThousandths = draft.unitsThousandths;
        line.placeOfService = PackedText.pack(draft.place);
        draft.pointers.forEach(pointer -> line.pointers[line.pointerCount++] = pointer);
        line.dateFrom = draft.from;
        line.dateTo = draft.to;
        line.dateRange = draft.to != draft.from;
        claim.lines[claim.lineCount++] = line;
        claim.chargeCents += draft.chargeCents;
        return this;
    }

    /** The claim; the draft is used up. */
    public Claim build() {
        return claim;
    }

    private static void require(boolean holds, String what, int max) {
        if (!holds) {
            throw new IllegalArgumentException("a claim draft has too many " + what + ", must be at most " + max);
        }
    }
}
