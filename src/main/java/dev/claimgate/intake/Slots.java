package dev.claimgate.intake;

import java.util.concurrent.atomic.AtomicInteger;

/** How many may do something at the same time; who comes beyond that is turned away, not queued. Safe for all threads. */
final class Slots {
    private final int max;
    private final AtomicInteger taken = new AtomicInteger();

    Slots(int max) {
        this.max = max;
    }

    boolean tryTake() {
        return taken.getAndUpdate(count -> count < max ? count + 1 : count) < max;
    }

    int taken() {
        return taken.get();
    }

    void giveBack() {
        taken.decrementAndGet();
    }
}
