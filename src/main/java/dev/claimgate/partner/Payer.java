package dev.claimgate.partner;

import dev.claimgate.finding.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A payer: which claims go to it, where and how.
 *
 * @param id        short name, such as {@code evergreen}
 * @param name      name for people, and NM103 where we write it
 * @param selector  which claims go to it
 * @param address   where they go, and where its replies are
 * @param envelope  who we are to each other
 * @param limits    how much, and how fast
 * @param breaker   when its circuit breaker opens and closes
 * @param retry     how deliveries are repeated
 * @param windows   when it may be sent claims
 * @param expected  what it answers, and within what time
 * @param replyPoll how often its reply box is asked
 * @param replies   how it answers for claims: {@link #X12}, or a dialect of {@code edi-specs/dialects/}
 * @param pushSecret what it shows when it brings replies itself; empty if it may not
 * @param edits     severity by id of an edit, where its edit profile names one
 */
public record Payer(String id, String name, PayerSelector selector, PayerAddress address, PayerEnvelope envelope,
                    PayerLimits limits, BreakerPolicy breaker, RetryPolicy retry, SendingWindows windows,
                    ExpectedAnswers expected, Duration replyPoll, String replies,
                    Optional<Secret> pushSecret, Map<String, Severity> edits) {
    /** Answers with a 277CA. */
    public static final String X12 = "x12";

    public Payer {
        edits = Map.copyOf(edits);
    }

    /** A payer that brings no replies itself, with the edits of the gateway. */
    public Payer(String id, String name, PayerSelector selector, PayerAddress address, PayerEnvelope envelope,
                 PayerLimits limits, BreakerPolicy breaker, RetryPolicy retry, SendingWindows windows,
                 ExpectedAnswers expected, Duration replyPoll, String replies) {
        this(id, name, selector, address, envelope, limits, breaker, retry, windows, expected, replyPoll, replies,
                Optional.empty(), Map.of());
    }

    /** The same payer at another place. */
    public Payer at(PayerAddress other) {
        return new Payer(id, name, selector, other, envelope, limits, breaker, retry, windows, expected, replyPoll, replies,
                pushSecret, edits);
    }

    /** The NM109 values of loop 2010BB that mean this payer. */
    public List<String> payerIds() {
        return selector.payerIds();
    }

    /** ISA05/06 of what goes to it. */
    public InterchangeId sender() {
        return envelope.sender();
    }

    /** ISA07/08 of what goes to it. */
    public InterchangeId receiver() {
        return envelope.receiver();
    }
}
