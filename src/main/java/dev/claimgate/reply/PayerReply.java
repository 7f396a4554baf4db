package dev.claimgate.reply;

import java.util.List;

/**
 * One message of a payer, which may hold several answers.
 *
 * @param envelopes    its TA1 segments
 * @param sets         its 999 answers, one for each transaction set answered
 * @param claimReports its 277CA transaction sets
 * @param payments     claims of its 835 transaction sets
 */
public record PayerReply(List<EnvelopeAnswer> envelopes, List<SetAnswer> sets, List<ClaimReport> claimReports,
                         List<PaymentAnswer> payments) {

    public PayerReply {
        envelopes = List.copyOf(envelopes);
        sets = List.copyOf(sets);
        claimReports = List.copyOf(claimReports);
        payments = List.copyOf(payments);
    }

    /** Without payments. */
    public PayerReply(List<EnvelopeAnswer> envelopes, List<SetAnswer> sets, List<ClaimReport> claimReports) {
        this(envelopes, sets, claimReports, List.of());
    }

    public boolean isEmpty() {
        return envelopes.isEmpty() && sets.isEmpty() && claimReports.isEmpty() && payments.isEmpty();
    }
}
