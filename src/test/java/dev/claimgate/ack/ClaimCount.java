package dev.claimgate.ack;

import dev.claimgate.x12.Delimiters;
import dev.claimgate.x12.InterchangeHandler;
import dev.claimgate.x12.Segment;
import dev.claimgate.x12.X12Reader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many CLM segments lie between each ST and its SE, counted without looking at anything else. */
final class ClaimCount implements InterchangeHandler {
    private final SortedMap<String, Integer> claims = new TreeMap<>();
    private int interchange;
    private int group;
    private int set;
    private boolean inSet;

    /** The counts of these sets, by {@code INTERCHANGE/GROUP/SET}, each 1-based. */
    static SortedMap<String, Integer> bySet(byte[] file, Set<String> sets) {
        ClaimCount count = new ClaimCount();
        X12Reader reader = new X12Reader(count, 64 * 1024);
        reader.feed(file, 0, file.length);
        reader.finish();
        count.claims.keySet().retainAll(sets);
        return count.claims;
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.id()) {
            case "GS" -> {
                group++;
                set = 0;
                inSet = false;
            }
            case "ST" -> {
                set++;
                inSet = true;
                claims.put(interchange + "/" + group + "/" + set, 0);
            }
            case "CLM" -> claims.computeIfPresent(interchange + "/" + group + "/" + set, (key, n) -> inSet ? n + 1 : n);
            case "SE", "GE" -> inSet = false;
            default -> { }
        }
    }

    @Override
    public void interchangeStarts(Delimiters delimiters, boolean fixedWidth) {
        interchange++;
        group = 0;
        inSet = false;
    }

    @Override
    public void interchangeBroken(Breakage why) {
        inSet = false;
    }

    @Override
    public void unreadable(long offset, String reason) {
        inSet = false;
    }
}
