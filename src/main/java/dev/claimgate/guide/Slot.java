package dev.claimgate.guide;

import dev.claimgate.x12.Segment;
import java.util.LinkedList;
import java.util.List;

/** One place for a segment in a guide: "REF with 0B or 1G in loop 2010AA" is another place than "REF with EI". */
public final class Slot {
    private final int index;
    private final String segmentId;
    private final int idKey;
    private final String name;
    private final LoopRule loop;
    private final int child;
    private final Usage usage;
    private final int useMax;
    private final int position;
    private final BaseSegment base;
    private final StructureRule structure;
    private final long proven;
    /** Where each symbol leads from here. */
    private Slot[] next = {};

    Slot(int index, LoopRule loop, int child, PlaceLine line, BaseSegment base, StructureRule structure) {
        this.index = index;
        this.loop = loop;
        this.child = child;
        this.segmentId = line.id();
        this.idKey = Segment.key(segmentId);
        this.name = line.name();
        this.usage = line.usage();
        this.useMax = line.max();
        this.position = line.position();
        this.base = base;
        this.structure = structure;
        this.proven = base.keyElement() == 0 || base.keyComponent() != 0 || keyCodes().open() ? 0 : 1L << base.keyElement();
    }

    /** Number of the place in its guide, from 0; the same segment has one for each loop it may stand in. */
    public int index() {
        return index;
    }

    public String segmentId() {
        return segmentId;
    }

    /** What stands here, for people. */
    public String name() {
        return name;
    }

    public String loopId() {
        return loop.id();
    }

    /** A loop by id and name. */
    public record Loop(String id, String name) {
    }

    /** The loops that the place lies in, the outermost first. */
    public List<Loop> loops() {
        LinkedList<Loop> loops = new LinkedList<>();
        for (LoopRule outer = loop; outer != null; outer = outer.parent()) {
            loops.addFirst(new Loop(outer.id(), outer.name()));
        }
        return loops;
    }

    /** What an element is called here, from 1; empty if the guide has no name for it. */
    public String elementName(int element) {
        return nameOf(structure, element);
    }

    /** What a component of a composite element is called here, both from 1; empty if the guide has no name for it. */
    public String componentName(int element, int component) {
        StructureRule composite = element > structure.size() ? null : structure.element(element).composite();
        return composite == null ? "" : nameOf(composite, component);
    }

    private static String nameOf(StructureRule structure, int position) {
        String known = position > structure.size() ? null : structure.element(position).name();
        return known == null ? "" : known;
    }

    /** Whether the place lies in this loop or in one beneath it. */
    public boolean isWithin(String loopId) {
        LoopRule outer = loop;
        while (outer != null && !outer.id().equals(loopId)) {
            outer = outer.parent();
        }
        return outer != null;
    }

    /** Whether the segment begins its loop. */
    public boolean first() {
        return child == 0;
    }

    /** Whether a segment with this text in its key element has its place here; for {@code NM1} the key is NM101. */
    public boolean takes(String key) {
        CodeList codes = keyCodes();
        return codes.open() || codes.codes().contains(key);
    }

    LoopRule loop() {
        return loop;
    }

    int child() {
        return child;
    }

    Usage usage() {
        return usage;
    }

    int useMax() {
        return useMax;
    }

    int position() {
        return position;
    }

    /** The segment id as {@link Segment#key}. */
    public int idKey() {
        return idKey;
    }

    int keyElement() {
        return base.keyElement();
    }

    int keyComponent() {
        return base.keyComponent();
    }

    CodeList keyCodes() {
        if (base.keyElement() == 0) {
            return CodeList.NONE;
        }
        ElementRule key = structure.element(base.keyElement());
        if (base.keyComponent() != 0 && key.composite() != null) {
            key = key.composite().element(base.keyComponent());
        }
        return key.codes();
    }

    /** The key element as a bit if its codes told the place, so that they need no second look; composites hold more than the key. */
    long provenElements() {
        return proven;
    }

    /** Called once, before {@link #lead}. */
    void transitions(int symbols) {
        next = new Slot[symbols];
    }

    void lead(int symbol, Slot to) {
        next[symbol] = to;
    }

    /** {@code null} if the symbol has no place behind this one. */
    Slot next(int symbol) {
        return next[symbol];
    }

    StructureRule structure() {
        return structure;
    }

    @Override
    public String toString() {
        return loop.id() + "/" + segmentId + " " + keyCodes().codes();
    }
}
