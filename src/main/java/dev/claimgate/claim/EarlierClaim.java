package dev.claimgate.claim;

import java.util.List;

/**
 * What is known of a claim that was accepted before, as later claims of its patient are judged by it.
 *
 * @param receivedOn           day it came in, {@code yyyymmdd}
 * @param patientControlNumber CLM01
 * @param billingNpi           2010AA NM109; 0 if no NPI was sent
 * @param frequency            CLM05-3, packed
 * @param chargeCents          CLM02
 * @param lines                its lines that bill HCPCS codes, in order
 */
public record EarlierClaim(int receivedOn, String patientControlNumber, long billingNpi, long frequency, long chargeCents,
                           List<EarlierLine> lines) {
    public EarlierClaim {
        lines = List.copyOf(lines);
    }
}
