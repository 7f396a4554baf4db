package dev.claimgate.payer;

import dev.claimgate.store.FilePart;
import dev.claimgate.store.StoredClaim;
import dev.claimgate.x12.Delimiters;
import dev.claimgate.x12.SegmentCursor;
import dev.claimgate.x12.SegmentWriter;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;

/**
 * Loops 2000A, 2000B, 2000C and 2300 of an outbound interchange. Neighbouring claims that came under the same level share
 * it; HL segments are numbered anew; REF*D9 carries our claim number; all else is copied, without the line breaks between
 * segments.
 */
final class OutboundLevels {
    /** What may precede or stand beside the claim-level REF segments in loop 2300. */
    private static final Set<String> UP_TO_REFERENCES = Set.of("CLM", "DTP", "PWK", "CN1", "AMT", "REF");

    private final Delimiters delimiters;
    private final SegmentWriter writer;
    private final ByteArrayOutputStream out;
    private int levels;
    private int copied;
    private int billingProvider;
    private int subscriber;

    OutboundLevels(Delimiters delimiters, SegmentWriter writer, ByteArrayOutputStream out) {
        this.delimiters = delimiters;
        this.writer = writer;
        this.out = out;
    }

    void write(List<StoredClaim> claims) {
        StoredClaim before = null;
        for (int i = 0; i < claims.size(); i++) {
            StoredClaim claim = claims.get(i);
            Shared shared = Shared.of(before, claim);
            if (shared == Shared.NOTHING) {
                billingProvider = level(claim.billingProvider(), 0, "20", true);
            }
            if (shared.compareTo(Shared.SUBSCRIBER) < 0) {
                subscriber = level(claim.subscriber(), billingProvider, "22", hasPatients(claims, i));
            }
            if (shared != Shared.PATIENT && !claim.patient().isEmpty()) {
                level(claim.patient(), subscriber, "23", false);
            }
            claim(claim);
            before = claim;
        }
    }

    /** Segments copied as received; those of the writer not counted. */
    int copiedSegments() {
        return copied;
    }

    private int level(FilePart part, int parent, String code, boolean parentOfOthers) {
        levels++;
        writer.segment("HL").element(levels).element(parent == 0 ? "" : Integer.toString(parent)).element(code)
                .element(parentOfOthers ? "1" : "0").end();
        SegmentCursor segment = new SegmentCursor(part.bytes(), delimiters);
        while (segment.next()) {
            if (!segment.idIs("HL")) {
                copy(part, segment);
            }
        }
        return levels;
    }

    private void claim(StoredClaim claim) {
        SegmentCursor segment = new SegmentCursor(claim.claim().bytes(), delimiters);
        boolean numbered = false;
        while (segment.next()) {
            boolean replaced = !numbered && intermediaryReference(segment);
            if (replaced || !numbered && !UP_TO_REFERENCES.contains(segment.element(0))) {
                number(claim);
                numbered = true;
            }
            if (!replaced) {
                copy(claim.claim(), segment);
            }
        }
        if (!numbered) {
            number(claim);
        }
    }

    private void number(StoredClaim claim) {
        writer.segment("REF").element("D9").element(claim.id()).end();
    }

    private static boolean intermediaryReference(SegmentCursor segment) {
        return segment.idIs("REF") && segment.element(1).equals("D9");
    }

    private void copy(FilePart part, SegmentCursor segment) {
        out.write(part.bytes(), segment.from(), segment.end() - segment.from());
        out.write(delimiters.segment());
        copied++;
    }

    /** Whether a 2000C follows under the subscriber level that begins with claim {@code first}. */
    private static boolean hasPatients(List<StoredClaim> claims, int first) {
        int i = first;
        do {
            if (!claims.get(i).patient().isEmpty()) {
                return true;
            }
            i++;
        } while (i < claims.size() && Shared.of(claims.get(i - 1), claims.get(i)).compareTo(Shared.SUBSCRIBER) >= 0);
        return false;
    }

    /** The innermost level that a claim has in common with the one before it. */
    private enum Shared {
        NOTHING, BILLING_PROVIDER, SUBSCRIBER, PATIENT;

        static Shared of(StoredClaim before, StoredClaim claim) {
            if (before == null || !before.billingProvider().samePlaceAs(claim.billingProvider())) {
                return NOTHING;
            }
            // A subscriber's own claim cannot follow a 2000C under the same HL: it would become the dependent's.
            boolean ownAfterDependent = claim.patient().isEmpty() && !before.patient().isEmpty();
            if (!before.subscriber().samePlaceAs(claim.subscriber()) || ownAfterDependent) {
                return BILLING_PROVIDER;
            }
            return before.patient().samePlaceAs(claim.patient()) ? PATIENT : SUBSCRIBER;
        }
    }
}
