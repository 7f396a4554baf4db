package dev.claimgate.store;

/**
 * A claim with the bytes of all its levels as received.
 *
 * @param place           which one it is
 * @param header          ST up to the first HL
 * @param billingProvider its 2000A, beginning with HL
 * @param subscriber      its 2000B, beginning with HL
 * @param patient         its 2000C, beginning with HL; empty when the subscriber is the patient
 * @param claim           CLM to the end of its last line
 */
public record StoredClaim(ClaimPlace place, FilePart header, FilePart billingProvider, FilePart subscriber,
                          FilePart patient, FilePart claim) {

    /** Our number of the claim, sent to payers as REF*D9. */
    public long id() {
        return place.id();
    }

    public SourceInterchange source() {
        return place.source();
    }
}
