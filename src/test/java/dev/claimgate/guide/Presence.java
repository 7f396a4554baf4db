package dev.claimgate.guide;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Set;

/**
 * Which faults the rulings give to a segment or composite with these positions sent: what the base standard demands is 1, what
 * a relational note demands 2, what it forbids 10; what only the guide demands is I9, what it does not use I10.
 */
final class Presence {
    private Presence() {
    }

    /** IK403 codes by position. */
    static Map<Integer, String> faults(StructureRule rule, Set<Integer> sent) {
        Map<Integer, String> faults = new TreeMap<>();
        for (int position = 1; position <= rule.size(); position++) {
            if (!sent.contains(position) && rule.element(position).usage() == Usage.MANDATORY) {
                faults.put(position, "1");
            }
        }
        for (RelationalNote note : rule.notes()) {
            note(rule, note, sent, faults);
        }
        for (int position = 1; position <= rule.size(); position++) {
            Usage usage = rule.element(position).usage();
            if (!sent.contains(position) && usage == Usage.REQUIRED) {
                faults.putIfAbsent(position, "I9");
            } else if (sent.contains(position) && usage == Usage.NOT_USED) {
                faults.putIfAbsent(position, "I10");
            }
        }
        return faults;
    }

    private static void note(StructureRule rule, RelationalNote note, Set<Integer> sent, Map<Integer, String> faults) {
        Set<Integer> named = named(note);
        Set<Integer> present = new TreeSet<>(named);
        present.retainAll(sent);
        Set<Integer> usable = new TreeSet<>(named);
        usable.removeAll(present);
        usable.removeIf(position -> rule.element(position).usage() == Usage.NOT_USED);
        boolean condition = sent.contains(note.first());
        switch (note.kind()) {
            case 'P' -> demand(!present.isEmpty(), usable, faults);
            case 'R' -> demand(present.isEmpty(), firstOf(usable), faults);
            case 'C' -> demand(condition, usable, faults);
            case 'L' -> demand(condition && present.size() == 1, firstOf(usable), faults);
            default -> present.stream().skip(1).forEach(position -> faults.putIfAbsent(position, "10"));
        }
    }

    private static void demand(boolean applies, Set<Integer> positions, Map<Integer, String> faults) {
        if (applies) {
            positions.forEach(position -> faults.putIfAbsent(position, "2"));
        }
    }

    private static Set<Integer> firstOf(Set<Integer> positions) {
        return positions.isEmpty() ? positions : Set.of(positions.iterator().next());
    }

    private static Set<Integer> named(RelationalNote note) {
        Set<Integer> named = new TreeSet<>();
        for (int position = 1; position < Long.SIZE; position++) {
            if ((note.mask() >>> position & 1) != 0) {
                named.add(position);
            }
        }
        return named;
    }
}
