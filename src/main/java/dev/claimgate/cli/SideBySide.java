package dev.claimgate.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * The processor time that two things take on this thread, once both are warm. Rounds of one and the other take turns, so that
 * what else the machine does meets both alike.
 *
 * @param first  of the quickest round of the first, in nanoseconds
 * @param second of the quickest round of the second
 * @param ratio  median of the ratios of one round to the next: first to second
 */
record SideBySide(long first, long second, double ratio) {
    private static final long WARM_UP_NANOS = 10_000_000_000L;
    private static final int ROUNDS = 15;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static SideBySide measure(Runnable first, Runnable second) {
        long start = System.nanoTime();
        do {
            first.run();
            second.run();
        } while (System.nanoTime() - start < WARM_UP_NANOS);
        long[] firsts = new long[ROUNDS];
        long[] seconds = new long[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            firsts[i] = once(first);
            seconds[i] = once(second);
            ratios[i] = (double) firsts[i] / seconds[i];
        }
        Arrays.sort(ratios);
        return new SideBySide(Arrays.stream(firsts).min().orElseThrow(), Arrays.stream(seconds).min().orElseThrow(),
                ratios[ROUNDS / 2]);
    }

    /** Processor time of this thread. */
    static long once(Runnable round) {
        long start = THREADS.getCurrentThreadCpuTime();
        round.run();
        return Math.max(1, THREADS.getCurrentThreadCpuTime() - start);
    }
}
