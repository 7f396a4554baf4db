package dev.claimgate;

import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** How long answers took, and how many there were of each status; 0 stands for a connection that broke. Safe for all threads. */
final class Latencies {
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

    /** Only times of files that were taken count: a refusal is quick. */
    void add(int status, long took) {
        statuses.computeIfAbsent(status, first -> new AtomicInteger()).incrementAndGet();
        if (status == 200 || status == 202) {
            nanos.add(took);
        }
    }

    /** These and those of another measure. */
    Latencies and(Latencies other) {
        Latencies both = new Latencies();
        for (Latencies each : new Latencies[] {this, other}) {
            both.nanos.addAll(each.nanos);
            each.statuses.forEach((status, count) ->
                    both.statuses.computeIfAbsent(status, first -> new AtomicInteger()).addAndGet(count.get()));
        }
        return both;
    }

    int count(int status) {
        return statuses.getOrDefault(status, new AtomicInteger()).get();
    }

    Map<Integer, AtomicInteger> statuses() {
        return new TreeMap<>(statuses);
    }

    /** @param share 0.5 for the median, 1 for the longest */
    double millis(double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s median %.1f ms, 95th percentile %.1f ms, longest %.1f ms", statuses(), millis(0.5),
                millis(0.95), millis(1));
    }
}
