package dev.claimgate.guide;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in the spec files, so that one start reports all of it. */
final class SpecFaults {
    private final List<String> faults = new ArrayList<>();

    void add(SpecLine line, String message) {
        faults.add(line.place() + ": " + message);
    }

    void add(String place, String message) {
        faults.add(place + ": " + message);
    }

    boolean any() {
        return !faults.isEmpty();
    }

    /** Stops the loading here if anything was wrong so far. */
    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new SpecException(faults);
        }
    }
}
