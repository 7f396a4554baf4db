package dev.claimgate.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A claim as its sender sees it.
 *
 * @param chargeCents CLM02 in cents
 * @param payerCode   loop 2010BB NM109 as sent
 * @param payerId     the configured payer, if one goes by that code
 * @param statuses    our own 277CA statuses, empty when accepted
 * @param timeline    what happened to it, oldest first
 */
public record ClaimView(long id, UUID submissionId, String patientControlNumber, String state, long chargeCents,
                        int lineCount, Optional<LocalDate> serviceFrom, Optional<LocalDate> serviceTo, String billingNpi,
                        String payerCode, Optional<String> payerId, List<String> statuses, List<ClaimEvent> timeline) {
    public ClaimView {
        statuses = List.copyOf(statuses);
        timeline = List.copyOf(timeline);
    }
}
