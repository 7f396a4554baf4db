package dev.claimgate.claim;

import java.util.List;

/**
 * What is known of a claim that was accepted before, as later claims of its patient are judged by it.
 *
 * @param receivedOn           day it came in, {@code yyyymmdd}
 * @param patientControlNumber CLM01
 * @param billingNpi           2010AA NM109; 0 if no NPI was sent
 * @param frequency            CLM05-3, packed
 * @param originalNumber       REF*F8 of 2300, empty if it was not sent
 * @param chargeCents          CLM02
 * @param payerClaimNumber     the payer's number of it, empty as long as the payer told none
 * @param processed            whether the payer told of its payment
 * @param lines                its lines that bill HCPCS codes, in order
 */
public record EarlierClaim(int receivedOn, String patientControlNumber, long billingNpi, long frequency, String originalNumber,
                           long chargeCents, String payerClaimNumber, boolean processed, List<EarlierLine> lines) {
    public EarlierClaim {
        lines = List.copyOf(lines);
    }

    /** First service day of its lines, 0 if it has none. */
    public int serviceFrom() {
        return lines.stream().mapToInt(EarlierLine::dateFrom).min().orElse(0);
    }

    /** Last service day of its lines, 0 if it has none. */
    public int serviceTo() {
        return lines.stream().mapToInt(EarlierLine::dateTo).max().orElse(0);
    }
}
