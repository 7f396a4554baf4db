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
    private static final long WARM_UP_NANOS_MAX = 30_000_000_000L;
    private static final int WARM_UP_ROUNDS_MIN = 5;
    /** Compilers that take less of a round's time than one part in so many have done what matters. */
    private static final int COMPILING_PARTS_MIN = 50;
    private static final int ROUNDS = 7;

    static Timed measure(Runnable round) {
        warmUp(round);
        Timed[] rounds = new Timed[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            rounds[i] = once(round);
        }
        Arrays.sort(rounds, (a, b) -> Long.compare(a.nanos, b.nanos));
        return rounds[ROUNDS / 2];
    }

    /** Until the JVM's compilers come to rest: on a slow machine they take longer than any fixed time. */
    private static void warmUp(Runnable round) {
        long start = System.nanoTime();
        long least = WARM_UP_NANOS_MAX;
        for (int i = 0; i < WARM_UP_ROUNDS_MIN || System.nanoTime() - start < least; i++) {
            long compiledBefore = compilingMillis();
            long nanos = once(round).nanos;
            boolean compiling = (compilingMillis() - compiledBefore) * 1_000_000 > nanos / COMPILING_PARTS_MIN;
            least = compiling ? WARM_UP_NANOS_MAX : WARM_UP_NANOS;
        }
    }

    private static long compilingMillis() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
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
