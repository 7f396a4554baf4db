package dev.claimgate.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A segment made from its place in the guide, with legal values; elements can be changed one by one. */
final class SampleSegment {
    private final Slot slot;
    /** Element by position, each a list of components; a simple element has one. */
    private final List<List<String>> elements = new ArrayList<>();

    private SampleSegment(Slot slot) {
        this.slot = slot;
    }

    /** With what is required and nothing more. */
    static SampleSegment lean(Slot slot) {
        return of(slot, false);
    }

    /** With everything the guide uses, except what another element excludes. */
    static SampleSegment full(Slot slot) {
        return of(slot, true);
    }

    /** With everything the guide uses, this position in any case. */
    static SampleSegment with(Slot slot, int position) {
        SampleSegment full = full(slot);
        if (full.positions().contains(position)) {
            return full;
        }
        Set<Integer> sent = sent(slot.structure(), false);
        sent.add(position);
        return of(slot, settled(slot.structure(), sent), true);
    }

    private static SampleSegment of(Slot slot, boolean full) {
        return of(slot, sent(slot.structure(), full), full);
    }

    private static SampleSegment of(Slot slot, Set<Integer> sent, boolean full) {
        SampleSegment segment = new SampleSegment(slot);
        StructureRule rule = slot.structure();
        for (int position = 1; position <= rule.size(); position++) {
            segment.elements.add(sent.contains(position) ? segment.value(rule.element(position), full) : List.of());
        }
        return segment;
    }

    private List<String> value(ElementRule rule, boolean full) {
        List<String> parts = new ArrayList<>();
        if (rule.composite() == null) {
            parts.add(SampleValues.legal(rule, rule.formatElement() == 0 ? "" : text(rule.formatElement())));
            return parts;
        }
        Set<Integer> sent = sent(rule.composite(), full);
        for (int c = 1; c <= rule.composite().size(); c++) {
            parts.add(sent.contains(c) ? SampleValues.legal(rule.composite().element(c), "D8") : "");
        }
        return parts;
    }

    /** Positions of a clean segment; relational notes are settled by adding what they demand and dropping what they exclude. */
    static Set<Integer> sent(StructureRule rule, boolean full) {
        Set<Integer> sent = new TreeSet<>();
        for (int position = 1; position <= rule.size(); position++) {
            Usage usage = rule.element(position).usage();
            if (usage.required() || full && usage == Usage.SITUATIONAL) {
                sent.add(position);
            }
        }
        return settled(rule, sent);
    }

    private static Set<Integer> settled(StructureRule rule, Set<Integer> sent) {
        Map<Integer, String> faults = Presence.faults(rule, sent);
        while (!faults.isEmpty()) {
            faults.forEach((position, code) -> {
                if (code.equals("10")) {
                    sent.remove(position);
                } else {
                    sent.add(position);
                }
            });
            faults = Presence.faults(rule, sent);
        }
        return sent;
    }

    SampleSegment copy() {
        SampleSegment copy = new SampleSegment(slot);
        elements.forEach(element -> copy.elements.add(new ArrayList<>(element)));
        return copy;
    }

    Slot slot() {
        return slot;
    }

    String text(int position) {
        return String.join(":", trimmed(elements.get(position - 1)));
    }

    String text(int position, int component) {
        List<String> parts = elements.get(position - 1);
        return component <= parts.size() ? parts.get(component - 1) : "";
    }

    SampleSegment with(int position, String text) {
        while (elements.size() < position) {
            elements.add(List.of());
        }
        elements.set(position - 1, text.isEmpty() ? List.of() : new ArrayList<>(List.of(text)));
        return this;
    }

    SampleSegment with(int position, int component, String text) {
        if (component == 0) {
            return with(position, text);
        }
        List<String> parts = new ArrayList<>(elements.get(position - 1));
        while (parts.size() < component) {
            parts.add("");
        }
        parts.set(component - 1, text);
        elements.set(position - 1, parts);
        return this;
    }

    /** Sends a composite with what it must hold. */
    void withComposite(ElementRule rule) {
        elements.set(rule.position() - 1, value(rule, false));
    }

    Set<Integer> positions() {
        Set<Integer> positions = new TreeSet<>();
        for (int position = 1; position <= elements.size(); position++) {
            if (!text(position).isEmpty()) {
                positions.add(position);
            }
        }
        return positions;
    }

    Set<Integer> components(int position) {
        Set<Integer> components = new TreeSet<>();
        for (int c = 1; c <= elements.get(position - 1).size(); c++) {
            if (!text(position, c).isEmpty()) {
                components.add(c);
            }
        }
        return components;
    }

    @Override
    public String toString() {
        List<String> texts = new ArrayList<>(List.of(slot.segmentId()));
        for (int position = 1; position <= elements.size(); position++) {
            texts.add(text(position));
        }
        return String.join("*", trimmed(texts));
    }

    private static List<String> trimmed(List<String> texts) {
        int size = texts.size();
        while (size > 0 && texts.get(size - 1).isEmpty()) {
            size--;
        }
        return texts.subList(0, size);
    }
}
