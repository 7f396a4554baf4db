package dev.claimgate.sample;

import java.util.ArrayList;
import java.util.List;

/** The billing providers of a file, in turn. */
final class Practices {
    private final List<Practice> practices = new ArrayList<>();
    private int next;

    Practices(SampleRandom random, int count) {
        for (int i = 0; i < count; i++) {
            practices.add(Practice.random(random));
        }
    }

    Practice next() {
        return practices.get(next++ % practices.size());
    }
}
