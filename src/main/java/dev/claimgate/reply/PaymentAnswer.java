package dev.claimgate.reply;

import java.util.Set;

/**
 * What an 835 (005010X221A1) says about one claim (loop 2100), of which only the claim and its paid status are read.
 *
 * @param patientControlNumber CLP01, the claim's CLM01
 * @param status               CLP02, such as 1 (processed as primary) or 4 (denied)
 * @param payerClaimNumber     CLP07; empty when it was not sent
 */
public record PaymentAnswer(String patientControlNumber, String status, String payerClaimNumber) {
    private static final Set<String> PAID = Set.of("1", "2", "3", "19", "20", "21");

    /** Whether it was processed for payment; what was paid, which may be nothing, is not read. */
    public boolean paid() {
        return PAID.contains(status);
    }

    /** What that is in the claim's history: PAYER_PAID, PAYER_DENIED, PAYER_REVERSED or PAYER_PROCESSED. */
    public static String event(String status) {
        return PAID.contains(status) ? "PAYER_PAID" : status.equals("4") ? "PAYER_DENIED"
                : status.equals("22") ? "PAYER_REVERSED" : "PAYER_PROCESSED";
    }
}
