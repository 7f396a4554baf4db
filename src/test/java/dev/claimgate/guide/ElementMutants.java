package dev.claimgate.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** For every element and component of every place: each way to get it wrong, once, with the IK403 code that it must get. */
final class ElementMutants {
    private final List<Mutant> mutants = new ArrayList<>();

    private ElementMutants() {
    }

    /** What should be there left out, what should not be there sent, one position at a time. */
    static List<Mutant> presence() {
        ElementMutants all = new ElementMutants();
        for (Slot slot : Samples.places()) {
            all.presence(slot, SampleSegment.lean(slot));
            all.presence(slot, SampleSegment.full(slot));
            all.exclusions(slot);
        }
        return all.mutants;
    }

    /** Too long, too short, not of the type, not in the list, not matching, control characters. */
    static List<Mutant> values() {
        ElementMutants all = new ElementMutants();
        all.eachUsed((target, rule) -> {
            DataElement element = rule.element();
            all.add(target, rule, "too long", SampleValues.tooLong(element), "5");
            if (element.lengthMin() > 1) {
                all.add(target, rule, "too short", SampleValues.tooShort(element), "4");
            }
            if (!target.isKey()) {
                String code = switch (element.type()) {
                    case DT -> "8";
                    case TM -> "9";
                    default -> "6";
                };
                SampleValues.notOfType(element).forEach(value -> all.add(target, rule, "not of type", value, code));
                all.formats(target, rule);
            }
        });
        return all.mutants;
    }

    /** A code that only the guide refuses is I6, one that the standard does not know either is 7. */
    static List<Mutant> codes() {
        ElementMutants all = new ElementMutants();
        all.eachUsed((target, rule) -> {
            if (!rule.codes().open()) {
                List<String> taken = target.isKey() ? keys(target.slot()) : rule.codes().codes();
                String known = SampleValues.knownBesides(rule.element(), taken);
                String unknown = SampleValues.unknown(rule.element(), taken);
                all.add(target, rule, "code of the standard", known, "I6");
                all.add(target, rule, "unknown code", unknown, rule.element().codes().open() ? "I6" : "7");
            }
        });
        return all.mutants;
    }

    /** Too many elements, components, repetitions. */
    static List<Mutant> excess() {
        ElementMutants all = new ElementMutants();
        for (Slot slot : Samples.places()) {
            SampleSegment full = SampleSegment.full(slot);
            StructureRule rule = slot.structure();
            int size = rule.size();
            all.add(slot, full.copy(), "too many elements", s -> s.with(size + 1, "A"), Map.of(reference(slot, size + 1, 0), "3/"));
            for (int position : full.positions()) {
                if (position != slot.keyElement()) {
                    all.excess(slot, full, rule.element(position));
                }
            }
        }
        return all.mutants;
    }

    private void excess(Slot slot, SampleSegment full, ElementRule rule) {
        int position = rule.position();
        String text = full.text(position);
        add(slot, full.copy(), "repeated", s -> s.with(position, text + "^" + text),
                Map.of(reference(slot, position, 0), "12/" + rule.number()));
        int beyond = rule.composite() == null ? 2 : rule.composite().size() + 1;
        add(slot, full.copy(), "too many components", s -> s.with(position, beyond, "A"),
                Map.of(reference(slot, position, rule.composite() == null ? 0 : beyond), "13/" + rule.number()));
    }

    private void formats(Target target, ElementRule rule) {
        if (rule.formatElement() != 0) {
            String good = target.segment().text(target.position());
            List.of("20260230", "2026023", "ABCDEFGH", "20261110-20261301").forEach(
                    value -> add(target, rule, "date " + value + " for " + good, value, "8"));
        }
        if (rule.pattern() != null) {
            add(target, rule, "pattern", "12345678A", "I12");
        }
    }

    private void presence(Slot slot, SampleSegment base) {
        StructureRule rule = slot.structure();
        for (int position = 1; position <= rule.size(); position++) {
            ElementRule element = rule.element(position);
            toggle(slot, base, element, 0);
            if (element.composite() != null && base.positions().contains(position)) {
                for (int c = 1; c <= element.composite().size(); c++) {
                    toggle(slot, base, element, c);
                }
            }
        }
    }

    /** Two elements that exclude each other, both sent. */
    private void exclusions(Slot slot) {
        for (RelationalNote note : slot.structure().notes()) {
            if (note.kind() == 'E') {
                SampleSegment both = SampleSegment.full(slot);
                for (int position = 1; position <= slot.structure().size(); position++) {
                    ElementRule rule = slot.structure().element(position);
                    if ((note.mask() >>> position & 1) != 0 && both.text(position).isEmpty() && rule.element() != null) {
                        both.with(position, SampleValues.ofType(rule.element()));
                    }
                }
                add(slot, both, "exclusion", s -> { }, faults(slot, both));
            }
        }
    }

    private void toggle(Slot slot, SampleSegment base, ElementRule rule, int component) {
        SampleSegment segment = base.copy();
        int position = rule.position();
        ElementRule part = component == 0 ? rule : rule.composite().element(component);
        boolean sent = component == 0 ? base.positions().contains(position) : base.components(position).contains(component);
        Change toggle = s -> {
            if (!sent && part.composite() != null) {
                s.withComposite(part);
            } else {
                s.with(position, component, sent ? "" : part.element() == null ? "A" : SampleValues.legal(part, "D8"));
            }
        };
        toggle.on(segment);
        Map<String, String> faults = faults(slot, segment);
        if (!faults.isEmpty()) {
            add(slot, base.copy(), (sent ? "without " : "with ") + reference(slot, position, component), toggle, faults);
        }
    }

    /** What the rulings say about the elements and components sent. */
    private static Map<String, String> faults(Slot slot, SampleSegment segment) {
        Map<String, String> faults = new TreeMap<>();
        StructureRule rule = slot.structure();
        Presence.faults(rule, segment.positions()).forEach((position, code) ->
                faults.put(reference(slot, position, 0), code + "/" + rule.element(position).number()));
        for (int position : segment.positions()) {
            StructureRule composite = rule.element(position).composite();
            if (composite != null) {
                Presence.faults(composite, segment.components(position)).forEach((c, code) ->
                        faults.put(reference(slot, position, c), code + "/" + composite.element(c).number()));
            }
        }
        return faults;
    }

    /** One element or component of a clean segment. */
    private record Target(SampleSegment segment, int position, int component) {
        Slot slot() {
            return segment.slot();
        }

        boolean isKey() {
            return slot().keyElement() == position && slot().keyComponent() == component;
        }
    }

    private void eachUsed(BiConsumer<Target, ElementRule> action) {
        for (Slot slot : Samples.places()) {
            for (int position = 1; position <= slot.structure().size(); position++) {
                ElementRule rule = slot.structure().element(position);
                if (rule.usage() != Usage.NOT_USED) {
                    eachPart(SampleSegment.with(slot, position), rule, action);
                }
            }
        }
    }

    private static void eachPart(SampleSegment segment, ElementRule rule, BiConsumer<Target, ElementRule> action) {
        if (rule.composite() == null) {
            action.accept(new Target(segment, rule.position(), 0), rule);
            return;
        }
        for (int c : segment.components(rule.position())) {
            action.accept(new Target(segment, rule.position(), c), rule.composite().element(c));
        }
    }

    private void add(Target target, ElementRule rule, String kind, String value, String code) {
        String reference = reference(target.slot(), target.position(), target.component());
        if (!value.isEmpty()) {
            add(target.slot(), target.segment().copy(), reference + " " + kind,
                    s -> s.with(target.position(), target.component(), value), Map.of(reference, code + "/" + rule.number()));
        }
    }

    private interface Change {
        void on(SampleSegment segment);
    }

    /** Levels and lines get their numbers before the change is made. */
    private void add(Slot slot, SampleSegment segment, String kind, Change change, Map<String, String> faults) {
        SampleSet set = Samples.around(slot, lean -> segment);
        change.on(segment);
        int at = set.indexOf(slot);
        StringBuilder codes = new StringBuilder();
        new TreeMap<>(faults).forEach((reference, code) -> codes.append(' ').append(reference).append('=').append(code));
        List<String> expected = loops(slot).stream()
                .map(loop -> slot.segmentId() + "@" + (at + 1) + " " + loop + " 8" + codes).toList();
        mutants.add(new Mutant(slot + " " + kind, set.texts(), expected));
    }

    /** Where the fault may be said to lie: without its qualifier a loop's first segment could begin a neighbour as well. */
    private static Set<String> loops(Slot slot) {
        Set<String> loops = new TreeSet<>(Set.of(slot.loopId()));
        LoopRule parent = slot.first() ? slot.loop().parent() : slot.loop();
        for (int child = 0; slot.first() && child < parent.size(); child++) {
            if (!parent.childIsSlot(child) && parent.loop(child).entry().segmentId().equals(slot.segmentId())
                    && parent.loop(child).usage() == slot.loop().usage()) {
                loops.add(parent.loop(child).id());
            }
        }
        return loops;
    }

    private static List<String> keys(Slot slot) {
        return Samples.places().stream().filter(place -> place.segmentId().equals(slot.segmentId()))
                .flatMap(place -> place.keyCodes().codes().stream()).toList();
    }

    private static String reference(Slot slot, int position, int component) {
        String reference = slot.segmentId() + (position < 10 ? "0" : "") + position;
        return component == 0 ? reference : reference + "-" + component;
    }
}
