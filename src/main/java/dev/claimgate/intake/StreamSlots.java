package dev.claimgate.intake;

import dev.claimgate.web.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many large files may be received at the same time, in all and of one partner; who comes beyond that is turned away, not
 * queued. Safe for all threads.
 */
final class StreamSlots {
    private static final String SEND_AGAIN = ", send this one again later; nothing of it was kept";

    private final int max;
    private final int perPartnerMax;
    private final Map<String, Integer> taken = new HashMap<>();
    private int total;

    StreamSlots(int max, int perPartnerMax) {
        this.max = max;
        this.perPartnerMax = perPartnerMax;
    }

    /** Takes a place that is to be given back, or tells why there is none. */
    synchronized Optional<Problem> take(String partnerId) {
        if (total >= max) {
            return Optional.of(Problem.of(503, "gateway: receives as many large files as it can" + SEND_AGAIN));
        }
        if (taken.getOrDefault(partnerId, 0) >= perPartnerMax) {
            return Optional.of(Problem.of(429, "partner: " + perPartnerMax + " large files of yours are under way"
                    + " (intake.http.streamsPerPartnerMax)" + SEND_AGAIN));
        }
        total++;
        taken.merge(partnerId, 1, Integer::sum);
        return Optional.empty();
    }

    synchronized void giveBack(String partnerId) {
        total--;
        taken.computeIfPresent(partnerId, (id, count) -> count == 1 ? null : count - 1);
    }

    synchronized int taken() {
        return total;
    }
}
