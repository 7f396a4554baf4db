package dev.claimgate.cli;

import java.time.Duration;
import java.util.Locale;

/** Elapsed time, and the processor time of this process over the same time. One thread. */
final class Stopwatch {
    private final long start = System.nanoTime();
    private final Duration processorStart = processor();
    private long nanos;
    private Duration processor;

    void stop() {
        nanos = System.nanoTime() - start;
        processor = processor().minus(processorStart);
    }

    /** Between start and stop. */
    long nanos() {
        return nanos;
    }

    private static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f s (%.2f s of this process's processor time)", nanos / 1e9,
                processor.toMillis() / 1e3);
    }
}
