package dev.claimgate.cli;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * How long something takes on this thread once it is warm, and what it allocates.
 *
 * @param nanos          median of the measured rounds
 * @param allocatedBytes of the same round
 */
record Timed(long nanos, long allocatedBytes) {
    private static final long WARM_UP_NANOS = 3_000_000_000L;
    private static final int WARM_UP_ROUNDS_MIN = 5;
    private static final int ROUNDS = 7;

    static Timed measure(Runnable round) {
        long start = System.nanoTime();
        for (int i = 0; i < WARM_UP_ROUNDS_MIN || System.nanoTime() - start < WARM_UP_NANOS; i++) {
            round.run();
        }
        Timed[] rounds = new Timed[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            rounds[i] = once(round);
        }
        Arrays.sort(rounds, (a, b) -> Long.compare(a.nanos, b.nanos));
        return rounds[ROUNDS / 2];
    }

    private static Timed once(Runnable round) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocatedBefore = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        round.run();
        return new Timed(System.nanoTime() - start, threads.getCurrentThreadAllocatedBytes() - allocatedBefore);
    }

    double perSecond(long amount) {
        return amount * 1e9 / nanos;
    }
}
