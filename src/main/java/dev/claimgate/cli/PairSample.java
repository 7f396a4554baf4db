package dev.claimgate.cli;

import dev.claimgate.codes.AddOnType;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.Indicators;
import dev.claimgate.codes.PairRule;
import dev.claimgate.codes.UnitsLimit;
import java.util.Collections;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

/** Draws from the pairs that are handed over, each as likely as any other, those that are in force on a day. */
final class PairSample implements CodeTableRows {
    private final long[] column1;
    private final long[] column2;
    private final Random random;
    private final int day;
    private final Set<Long> codes = new HashSet<>();
    private int seen;

    PairSample(int size, Random random, int day) {
        column1 = new long[size];
        column2 = new long[size];
        this.random = random;
        this.day = day;
    }

    @Override
    public void pair(long first, long second, int effective, int ended, PairRule rule) {
        if (effective > day || day > ended) {
            return;
        }
        int place = seen < column1.length ? seen : random.nextInt(seen + 1);
        seen++;
        codes.add(first);
        codes.add(second);
        if (place < column1.length) {
            column1[place] = first;
            column2[place] = second;
        }
    }

    int size() {
        return Math.min(seen, column1.length);
    }

    long column1(int index) {
        return column1[index];
    }

    long column2(int index) {
        return column2[index];
    }

    /** All codes that the pairs name, shuffled. */
    LongStream codes() {
        List<Long> shuffled = new ArrayList<>(codes);
        Collections.sort(shuffled);
        Collections.shuffle(shuffled, random);
        return shuffled.stream().mapToLong(Long::longValue);
    }

    @Override
    public void procedure(long code, int effective, int ended, Indicators indicators) {
        // only pairs are drawn
    }

    @Override
    public void unitsLimit(long code, int effective, int ended, UnitsLimit limit) {
        // only pairs are drawn
    }

    @Override
    public void addOn(long addOn, long primary, int effective, int ended, AddOnType type) {
        // only pairs are drawn
    }

    @Override
    public void modifier(long code, int effective, int ended, boolean bypass) {
        // only pairs are drawn
    }

    @Override
    public void place(long code, int effective, int ended, boolean facility) {
        // only pairs are drawn
    }

    @Override
    public void diagnosis(long code, int effective, int ended, boolean billable) {
        // only pairs are drawn
    }
}
