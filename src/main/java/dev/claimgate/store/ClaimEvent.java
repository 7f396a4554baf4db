package dev.claimgate.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened to a claim.
 *
 * @param event                 RECEIVED, ACCEPTED, REJECTED, SET_REJECTED, QUEUED, SENT, PAYER_ACCEPTED, PAYER_REJECTED, or
 *                              of an 835 PAYER_PAID, PAYER_DENIED, PAYER_REVERSED or PAYER_PROCESSED
 * @param statuses              277CA statuses that came with it, or CLP02
 * @param kind                  TA1, 999, 277CA or 835: in which of its answers the payer said so
 * @param outboundControlNumber ISA13 of the interchange to the payer
 * @param payerClaimNumber      the payer's own number of the claim
 */
public record ClaimEvent(Instant at, String event, List<String> statuses, Optional<String> kind,
                         Optional<Integer> outboundControlNumber, Optional<String> payerClaimNumber) {
    public ClaimEvent {
        statuses = List.copyOf(statuses);
    }

    static ClaimEvent ours(Instant at, String event, List<String> statuses) {
        return new ClaimEvent(at, event, statuses, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static ClaimEvent outbound(Instant at, String event, int controlNumber) {
        return new ClaimEvent(at, event, List.of(), Optional.empty(), Optional.of(controlNumber), Optional.empty());
    }
}
