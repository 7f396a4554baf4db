package dev.claimgate.claim;

import dev.claimgate.guide.Guide;
import dev.claimgate.guide.Slot;
import dev.claimgate.x12.Segment;

/**
 * Builds one {@link Claim} after the other from the segments of a transaction set as they find their places. The levels
 * above a claim (provider, subscriber, patient) are kept while they hold. Not thread-safe.
 */
public final class ClaimAssembler {
    private final Part[] parts;
    private final boolean[] insideClaim;
    private final Claim claim = new Claim();
    private final ClaimFiller filler = new ClaimFiller(claim);
    /** Takes the bytes of segments that belong to no level's head, such as SE. */
    private final ByteRange elsewhere = new ByteRange();
    private boolean inClaim;
    private ByteRange level;

    /** @param guide the 837P guide whose slots will be handed in */
    public ClaimAssembler(Guide guide) {
        parts = Part.of(guide);
        insideClaim = new boolean[parts.length];
        for (Slot slot : guide.slots()) {
            insideClaim[slot.index()] = slot.isWithin("2300");
        }
    }

    /** Begins a transaction set. */
    public void begin() {
        inClaim = false;
        level = null;
        filler.beginSet();
    }

    /** Whether a claim has been begun and not yet ended. */
    public boolean inClaim() {
        return inClaim;
    }

    /** Whether a segment at this place ends the claim that is open. */
    public boolean endsClaim(Slot slot) {
        return !insideClaim[slot.index()] || parts[slot.index()] == Part.CLAIM;
    }

    /** The claim that is open or was ended last. */
    public Claim claim() {
        return claim;
    }

    /** Closes the claim that is open, so that it can be judged. */
    public void endClaim() {
        inClaim = false;
    }

    /** Takes a segment that has found its place. */
    public void take(Slot slot, Segment segment, int position) {
        Part part = parts[slot.index()];
        switch (part) {
            case BILLING_LEVEL -> level = filler.billingLevel(segment);
            case SUBSCRIBER_LEVEL -> level = filler.subscriberLevel(segment);
            case PATIENT_LEVEL -> level = filler.patientLevel(segment);
            case CLAIM -> beginClaim(segment, position);
            default -> filler.fill(part, segment, position);
        }
        if (inClaim) {
            claim.range.extendTo(segment.endPosition());
        } else if (level == null) {
            filler.header(segment);
        } else {
            level.extendTo(segment.endPosition());
        }
    }

    private void beginClaim(Segment segment, int position) {
        inClaim = true;
        level = elsewhere;
        filler.beginClaim(segment, position);
    }
}
