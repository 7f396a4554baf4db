package dev.claimgate.x12;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Spoils segments between ST and SE of a file that ends them with {@code ~}: one to four changes, envelope untouched. */
final class SegmentMutation {
    private static final int FIRST = 3;
    private static final int BEHIND_LAST = 3;
    private static final String[] PARTS = {"", "A", "A:B", "A::C", ":B", "A:", "X^Y", "A:B^C:D", "9".repeat(300), " lead", "trail "};

    private SegmentMutation() {
    }

    static String mutate(String file, SplittableRandom random) {
        List<String> segments = new ArrayList<>(Arrays.asList(file.split("~")));
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            change(segments, FIRST + random.nextInt(segments.size() - FIRST - BEHIND_LAST - 1), random);
        }
        return String.join(random.nextBoolean() ? "~" : "~\r\n", segments) + "~";
    }

    private static void change(List<String> segments, int at, SplittableRandom random) {
        switch (random.nextInt(7)) {
            case 0 -> segments.remove(at);
            case 1 -> segments.add(at, segments.get(at));
            case 2 -> Collections.swap(segments, at, at + 1);
            case 3 -> segments.set(at, segments.get(at) + "*" + pick(random));
            case 4 -> segments.set(at, segments.get(at) + "*".repeat(1 + random.nextInt(5)));
            case 5 -> segments.set(at, segments.get(at).replaceFirst("\\*[^*]*", "*" + pick(random)));
            default -> segments.set(at, segments.get(at).replaceFirst("^[^*]*", "Z" + random.nextInt(10)));
        }
    }

    private static String pick(SplittableRandom random) {
        return PARTS[random.nextInt(PARTS.length)];
    }
}
