package dev.claimgate.store;

import java.util.UUID;

/** A claim in a list. {@code chargeCents} is CLM02 in cents. */
public record ClaimSummary(long id, UUID submissionId, String patientControlNumber, String state, long chargeCents) {
}
