package dev.claimgate.xml;

import dev.claimgate.guide.Slot;
import java.util.ArrayList;
import java.util.List;

/** Opens and closes the loops of a transaction set as its segments find their places. */
final class LoopTags {
    private final Tags tags;
    private List<Slot.Loop> open = new ArrayList<>();

    LoopTags(Tags tags) {
        this.tags = tags;
    }

    void begin() {
        open = new ArrayList<>();
    }

    /** A segment that begins its loop begins a new one. */
    void moveTo(Slot slot) {
        List<Slot.Loop> path = slot.loops();
        int same = 0;
        while (same < Math.min(open.size(), path.size()) && open.get(same).id().equals(path.get(same).id())) {
            same++;
        }
        if (slot.first() && same == path.size()) {
            same--;
        }
        while (open.size() > same) {
            open.remove(open.size() - 1);
            tags.close();
        }
        for (Slot.Loop loop : path.subList(same, path.size())) {
            tags.open("loop", "id", loop.id(), "name", loop.name());
            open.add(loop);
        }
    }
}
