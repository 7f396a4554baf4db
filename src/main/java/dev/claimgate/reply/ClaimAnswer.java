package dev.claimgate.reply;

import java.util.List;

/**
 * What a 277CA says about one claim (loop 2200D).
 *
 * @param patientControlNumber TRN02, the claim's CLM01
 * @param intermediaryNumber   REF*D9, our claim number; empty when the payer did not return it
 * @param payerClaimNumber     REF*1K; empty when there is none
 * @param verdict              its STC segments
 * @param lines                segments of its 2220D loops in order, to be passed on
 */
public record ClaimAnswer(String patientControlNumber, String intermediaryNumber, String payerClaimNumber,
                          ClaimVerdict verdict, List<ReplySegment> lines) {

    public ClaimAnswer {
        lines = List.copyOf(lines);
    }
}
