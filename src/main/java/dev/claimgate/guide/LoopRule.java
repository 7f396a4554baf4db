package dev.claimgate.guide;

import dev.claimgate.x12.Segment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A loop of a guide: its children (segments and loops) in order, each with a bit in the mask of what has been seen. */
final class LoopRule {
    /** A loop's children are bits of one long. */
    static final int CHILDREN_MAX = 64;

    private final String id;
    private final String name;
    private final LoopRule parent;
    private final int child;
    private final int depth;
    private final LoopRule[] path;
    private final Usage usage;
    private final int repeatMax;
    private final int position;
    private final List<Object> children = new ArrayList<>();
    private final Set<Integer> unused = new HashSet<>();
    private long required;
    private long[] requiredBefore = {};

    LoopRule(PlaceLine line, LoopRule parent, int child) {
        this.id = line.id();
        this.name = line.name();
        this.usage = line.usage();
        this.repeatMax = line.max();
        this.position = line.position();
        this.parent = parent;
        this.child = child;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.path = parent == null ? new LoopRule[1] : java.util.Arrays.copyOf(parent.path, depth + 1);
        this.path[depth] = this;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    LoopRule parent() {
        return parent;
    }

    int child() {
        return child;
    }

    int depth() {
        return depth;
    }

    Usage usage() {
        return usage;
    }

    int repeatMax() {
        return repeatMax;
    }

    int position() {
        return position;
    }

    int size() {
        return children.size();
    }

    boolean childIsSlot(int child) {
        return children.get(child) instanceof Slot;
    }

    Slot slot(int child) {
        return (Slot) children.get(child);
    }

    LoopRule loop(int child) {
        return (LoopRule) children.get(child);
    }

    int childPosition(int child) {
        return childIsSlot(child) ? slot(child).position() : loop(child).position();
    }

    /** The segment that begins the loop; of a loop that only groups, the one that begins its first child. */
    Slot entry() {
        return childIsSlot(0) ? slot(0) : loop(0).entry();
    }

    /** Whether the base standard has this segment here and the guide does not. */
    boolean leavesOut(int idKey) {
        return unused.contains(idKey);
    }

    Set<Integer> unused() {
        return unused;
    }

    /** Bits of the children that every instance of the loop must have. */
    long required() {
        return required;
    }

    /** Of these, the ones whose place lies before the place of {@code child}. */
    long requiredBefore(int child) {
        return requiredBefore[child];
    }

    /** Whether the loop is the other one or lies somewhere beneath it. */
    boolean isWithin(LoopRule other) {
        return other.depth <= depth && path[other.depth] == other;
    }

    void add(Object slotOrLoop) {
        children.add(slotOrLoop);
    }

    void leaveOut(String segmentId) {
        unused.add(Segment.key(segmentId));
    }

    /** Called once when all children are known. */
    void complete() {
        for (int c = 0; c < size(); c++) {
            Usage usage = childIsSlot(c) ? slot(c).usage() : loop(c).usage();
            required |= usage.required() ? 1L << c : 0;
        }
        requiredBefore = new long[size()];
        for (int c = 0; c < size(); c++) {
            for (int before = 0; before < c; before++) {
                if ((required >>> before & 1) != 0 && childPosition(before) < childPosition(c)) {
                    requiredBefore[c] |= 1L << before;
                }
            }
        }
    }
}
