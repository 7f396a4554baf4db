package dev.claimgate.partner;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * A payer: which claims go to it, where and how.
 *
 * @param id                  short name, such as {@code evergreen}
 * @param name                name for people, and NM103 where we write it
 * @param payerIds            the NM109 values of loop 2010BB that mean this payer
 * @param url                 where its 837P interchanges are posted and its replies fetched
 * @param sender              who we are to it (ISA05/06, GS02, 1000A NM109)
 * @param receiver            who it is (ISA07/08, GS03, 1000B NM109)
 * @param claimsPerInterchangeMax most claims in one outbound interchange
 * @param timeout             a delivery takes no longer
 * @param breaker             when its circuit breaker opens and closes
 * @param retry               how deliveries are repeated
 * @param replyPoll           how often its reply box is asked
 * @param replies             how it answers for claims: {@link #X12}, or a dialect of {@code edi-specs/dialects/}
 */
public record Payer(String id, String name, List<String> payerIds, URI url, InterchangeId sender, InterchangeId receiver,
                    int claimsPerInterchangeMax, Duration timeout, BreakerPolicy breaker, RetryPolicy retry,
                    Duration replyPoll, String replies) {
    /** Answers with a 277CA. */
    public static final String X12 = "x12";

    public Payer {
        payerIds = List.copyOf(payerIds);
    }
}
