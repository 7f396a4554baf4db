package dev.claimgate.intake.folder;

import dev.claimgate.intake.FileNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells the files that someone still writes from those that are whole, by what one look after the other finds. */
final class StableFiles {
    private final Duration stable;
    private Map<FoundFile, Instant> since = new HashMap<>();

    /** @param stable how long size and time must stay as they are */
    StableFiles(Duration stable) {
        this.stable = stable;
    }

    /** Of the files found now, those found alike for long enough; never one with a temporary name. In the order they came. */
    List<FoundFile> of(List<FoundFile> found, Instant now) {
        Map<FoundFile, Instant> seen = new HashMap<>();
        List<FoundFile> whole = new ArrayList<>();
        for (FoundFile file : found) {
            if (FileNames.temporary(file.name())) {
                continue;
            }
            Instant first = since.getOrDefault(file, now);
            seen.put(file, first);
            if (since.containsKey(file) && !now.isBefore(first.plus(stable))) {
                whole.add(file);
            }
        }
        since = seen;
        return whole;
    }
}
