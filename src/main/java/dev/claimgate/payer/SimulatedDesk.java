package dev.claimgate.payer;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A simulated payer's memory: what came, how often, and the replies that wait. Lives on one event loop; bounded. */
final class SimulatedDesk {
    private static final int INTERCHANGES_MAX = 10_000;
    private static final int CLAIMS_MAX = 1_000_000;
    private static final int REPLIES_MAX = 1_000;

    private final Clock clock;
    private final Map<String, Buffer> answers = new Memory<>(INTERCHANGES_MAX);
    private final Map<String, Buffer> replies = new Memory<>(REPLIES_MAX);
    private final Map<String, Integer> claimsSeen = new Memory<>(CLAIMS_MAX);
    private int interchanges;
    private int repeats;
    private int unavailable;
    private int claims;
    private int claimsTwice;
    private int replyNumbers;

    SimulatedDesk(Clock clock) {
        this.clock = clock;
    }

    /** The answer given before to the same sender and control number. */
    Optional<Buffer> known(SimulatedInterchange seen) {
        Optional<Buffer> answer = Optional.ofNullable(answers.get(seen.key()));
        answer.ifPresent(a -> repeats++);
        return answer;
    }

    /** Takes an interchange for the first time. */
    void take(SimulatedInterchange seen, PayerCheck.Answer answer) {
        answers.put(seen.key(), Buffer.buffer(answer.bytes()));
        interchanges++;
        if (answer.accepted()) {
            claims += seen.claims().size();
            for (SimulatedClaim claim : seen.claims()) {
                String number = claim.intermediaryNumber();
                claimsTwice += !number.isEmpty() && claimsSeen.merge(number, 1, Integer::sum) == 2 ? 1 : 0;
            }
        }
    }

    void unavailable() {
        unavailable++;
    }

    /** Puts the answer for claims into the reply box, and returns it. */
    Buffer report(SimulatedInterchange seen, SimulatedPayerOptions options) {
        replyNumbers++;
        ZonedDateTime now = ZonedDateTime.now(clock);
        byte[] report = switch (options.reply()) {
            case X12 -> SimulatedClaimAnswers.write(seen, options.rejectEnding(), replyNumbers, now);
            case CLAIM_LINES -> SimulatedClaimLines.write(seen, options.rejectEnding(), replyNumbers, now);
        };
        replies.put(Integer.toString(replyNumbers), Buffer.buffer(report));
        return Buffer.buffer(report);
    }

    /** Puts a reply into the box that is no answer for claims, or the same one again. */
    void put(Buffer reply) {
        replyNumbers++;
        replies.put(Integer.toString(replyNumbers), reply);
    }

    Optional<Map.Entry<String, Buffer>> nextReply() {
        return replies.entrySet().stream().findFirst().map(entry -> Map.entry(entry.getKey(), entry.getValue()));
    }

    boolean remove(String replyId) {
        return replies.remove(replyId) != null;
    }

    JsonObject status() {
        return new JsonObject().put("interchanges", interchanges).put("repeats", repeats)
                .put("unavailable", unavailable).put("claims", claims).put("claimsTwice", claimsTwice)
                .put("repliesWaiting", replies.size());
    }

    /** How many times each claim was processed, by the sender's number of it (REF*D9). */
    JsonObject claimsProcessed() {
        JsonObject times = new JsonObject();
        claimsSeen.forEach(times::put);
        return times;
    }

    /** Forgets the oldest beyond a limit. */
    private static final class Memory<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1;
        private final int entriesMax;

        Memory(int entriesMax) {
            this.entriesMax = entriesMax;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > entriesMax;
        }
    }
}
