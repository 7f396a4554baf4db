package dev.claimgate.guide;

import dev.claimgate.x12.Segment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An implementation guide, ready to walk: every place for a segment is a slot, and a table tells from each slot, for each kind
 * of segment, the slot that comes next. Immutable, for any number of threads.
 */
public final class Guide {
    private final String version;
    private final String transaction;
    private final String group;
    private final LoopRule root;
    private final Slot[] slots;
    private final Slot last;
    private final Symbols symbols;
    private final Set<Integer> baseSegments = new HashSet<>();
    private final Set<String> segmentIds;

    Guide(String version, String transaction, String group, LoopRule root, List<Slot> slots,
          Set<String> segmentIds) {
        this.segmentIds = Set.copyOf(segmentIds);
        this.version = version;
        this.transaction = transaction;
        this.group = group;
        this.root = root;
        this.slots = slots.toArray(new Slot[0]);
        this.last = this.slots[this.slots.length - 1];
        this.symbols = new Symbols(slots);
        slots.forEach(slot -> slot.transitions(symbols.count()));
        slots.forEach(this::fillTransitions);
        collectBaseSegments(root);
    }

    /** GS08, such as {@code 005010X222A1}. */
    public String version() {
        return version;
    }

    /** ST01, such as {@code 837}. */
    public String transaction() {
        return transaction;
    }

    /** GS01, such as {@code HC}. */
    public String group() {
        return group;
    }

    /** Every place for a segment, in the order of the guide. */
    public List<Slot> slots() {
        return List.of(slots);
    }

    LoopRule root() {
        return root;
    }

    Slot first() {
        return slots[0];
    }

    /** The place of SE, which ends the set. */
    Slot last() {
        return last;
    }

    int symbol(Segment segment) {
        return symbols.of(segment);
    }

    /** Where a segment of this kind goes when the one before it stood at {@code from}; {@code null} if nowhere. */
    Slot next(Slot from, int symbol) {
        return from.next(symbol);
    }

    List<Slot> places(int idKey) {
        return symbols.places(idKey);
    }

    boolean accepted(Slot slot, int symbol) {
        return symbols.accepted(slot, symbol);
    }

    /** Whether the base standard has the segment somewhere in this transaction set. */
    boolean inBaseStandard(int idKey) {
        return baseSegments.contains(idKey);
    }

    /** Whether the standard has a segment of this name at all, in whatever transaction set (X12 code source 77). */
    boolean isSegmentId(String id) {
        return segmentIds.contains(id);
    }

    private void fillTransitions(Slot from) {
        int position = from.position();
        for (LoopRule loop = from.loop(); loop != null; loop = loop.parent()) {
            for (int child = 0; child < loop.size(); child++) {
                if (loop.childPosition(child) >= position) {
                    offer(from, loop, child);
                }
            }
            position = loop.position();
        }
    }

    /** The innermost loop that takes a symbol wins, and in it the first place. */
    private void offer(Slot from, LoopRule loop, int child) {
        boolean slot = loop.childIsSlot(child);
        if (slot && child == 0) {
            // A loop's first segment always opens a new instance, which is its parent's business.
            return;
        }
        Slot to = slot ? loop.slot(child) : loop.loop(child).entry();
        for (int symbol = 0; symbol < symbols.count(); symbol++) {
            if (from.next(symbol) == null && isSymbolOf(to, symbol)) {
                from.lead(symbol, to);
            }
        }
    }

    private boolean isSymbolOf(Slot slot, int symbol) {
        return symbols.accepted(slot, symbol);
    }

    private void collectBaseSegments(LoopRule loop) {
        baseSegments.addAll(loop.unused());
        List<LoopRule> inner = new ArrayList<>();
        for (int child = 0; child < loop.size(); child++) {
            if (loop.childIsSlot(child)) {
                baseSegments.add(loop.slot(child).idKey());
            } else {
                inner.add(loop.loop(child));
            }
        }
        inner.forEach(this::collectBaseSegments);
    }
}
