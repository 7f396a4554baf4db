package dev.claimgate.intake;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many files may be received at the same time, in all and for one partner. Who comes beyond that waits for his turn, which
 * comes first to partners who hold fewest; a partner at his limit holds up nobody else. For one event loop.
 */
public final class UploadSlots {
    private final int max;
    private final int perPartnerMax;
    private final Map<String, Integer> taken = new HashMap<>();
    private final List<Slot> waiting = new LinkedList<>();
    private int total;

    public UploadSlots(int max, int perPartnerMax) {
        this.max = max;
        this.perPartnerMax = perPartnerMax;
    }

    /** A place in the line. */
    public Slot take(String partnerId) {
        Slot slot = new Slot(partnerId);
        waiting.add(slot);
        serve();
        return slot;
    }

    private void serve() {
        for (Optional<Slot> next = next(); next.isPresent(); next = next()) {
            Slot slot = next.get();
            waiting.remove(slot);
            total++;
            taken.merge(slot.partnerId, 1, Integer::sum);
            slot.granted = true;
            slot.turn.complete();
        }
    }

    private Optional<Slot> next() {
        return total >= max ? Optional.empty() : waiting.stream().filter(slot -> held(slot) < perPartnerMax)
                .min(Comparator.comparingInt(this::held));
    }

    private int held(Slot slot) {
        return taken.getOrDefault(slot.partnerId, 0);
    }

    /** One upload's right to a database connection, from its turn on until it is given back. */
    public final class Slot {
        private final String partnerId;
        private final Promise<Void> turn = Promise.promise();
        private boolean granted;
        private boolean over;

        private Slot(String partnerId) {
            this.partnerId = partnerId;
        }

        /** Completes when it is its turn; never if it is given back before. */
        public Future<Void> turn() {
            return turn.future();
        }

        /** Lets the next one in. Safe to call again. */
        public void giveBack() {
            if (over) {
                return;
            }
            over = true;
            if (granted) {
                total--;
                taken.computeIfPresent(partnerId, (id, count) -> count == 1 ? null : count - 1);
                serve();
            } else {
                waiting.remove(this);
            }
        }
    }
}
