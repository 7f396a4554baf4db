package dev.claimgate.sample;

import java.util.List;

/**
 * A small random generator (SplitMix64) of our own, so that a seed gives the same file on every Java version.
 */
final class SampleRandom {
    private long state;

    SampleRandom(long seed) {
        state = seed;
    }

    long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** A number from 0 up to, not including, {@code bound}. */
    int below(int bound) {
        return (int) ((nextLong() >>> 32) * bound >>> 32);
    }

    /** A number from {@code from} to {@code to}, both included. */
    int between(int from, int to) {
        return from + below(to - from + 1);
    }

    boolean chance(double share) {
        return (nextLong() >>> 11) * 0x1.0p-53 < share;
    }

    <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    String digits(int count) {
        char[] digits = new char[count];
        for (int i = 0; i < count; i++) {
            digits[i] = (char) ('0' + below(10));
        }
        return new String(digits);
    }
}
