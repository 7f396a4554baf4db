package dev.claimgate.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** For every segment and loop: left out, too often, out of order, or where the guide has no place for it. */
final class StructureMutants {
    private static final int REPEAT_MAX = 100;

    private final List<Mutant> mutants = new ArrayList<>();

    private StructureMutants() {
    }

    /** Each required segment left out, alone in a small set and among everything else. */
    static List<Mutant> withoutSegment() {
        StructureMutants all = new StructureMutants();
        eachPlace(slot -> slot.usage().required() && (!slot.first() || slot.loop().usage().required()), all::withoutSegment);
        return all.mutants;
    }

    /** Each required loop left out with all that it holds. */
    static List<Mutant> withoutLoop() {
        StructureMutants all = new StructureMutants();
        eachPlace(slot -> slot.first() && slot.loop().usage().required(), (tree, slot) -> {
            LoopRule rule = slot.loop();
            SampleLoop loop = tree.find(rule);
            String code = rule.usage() == Usage.MANDATORY && slot.usage() == Usage.MANDATORY ? "3" : "I7";
            int at = new SampleSet(tree).indexOf(slot);
            loop.parent().children().remove(loop);
            SampleSet set = new SampleSet(tree);
            all.add("without loop " + rule.id(), set.texts(), fault(slot, noticed(set, at, loop.parent(), rule.position()), code));
        });
        return all.mutants;
    }

    /** Each segment once more than the guide allows. */
    static List<Mutant> segmentTooOften() {
        StructureMutants all = new StructureMutants();
        eachPlace(slot -> !slot.first() && slot.useMax() <= REPEAT_MAX, (tree, slot) -> {
            repeat(tree.find(slot.loop()).children(), child -> child instanceof SampleSegment s && s.slot() == slot,
                    child -> ((SampleSegment) child).copy(), slot.useMax());
            SampleSet set = new SampleSet(tree);
            all.add("too often", set.texts(), fault(slot, set.indexOf(slot) + slot.useMax() + 1, "5"));
        });
        return all.mutants;
    }

    /** Each loop once more than the guide allows. */
    static List<Mutant> loopTooOften() {
        StructureMutants all = new StructureMutants();
        for (Slot slot : Samples.places()) {
            LoopRule rule = slot.loop();
            if (slot.first() && rule.repeatMax() <= REPEAT_MAX) {
                SampleLoop tree = Samples.around(slot);
                repeat(tree.find(rule).parent().children(), child -> child instanceof SampleLoop l && l.rule() == rule,
                        child -> Samples.copyOf((SampleLoop) child), rule.repeatMax());
                SampleSet set = new SampleSet(tree);
                List<SampleSet.Line> lines = set.lines();
                int at = lines.size();
                while (lines.get(at - 1).slot() != slot) {
                    at--;
                }
                all.add("loop too often", set.texts(), fault(slot, at, "4"));
            }
        }
        return all.mutants;
    }

    /** Each segment that the standard has in a loop and the guide has not, with every qualifier that the guide uses elsewhere. */
    static List<Mutant> unused() {
        StructureMutants all = new StructureMutants();
        Set<LoopRule> loops = new LinkedHashSet<>();
        Samples.places().forEach(slot -> loops.add(slot.loop()));
        for (LoopRule loop : loops) {
            Slot head = loop.entry();
            SampleSet set = new SampleSet(Samples.around(head));
            for (int idKey : loop.unused()) {
                String id = id(idKey);
                for (String qualifier : qualifiers(id)) {
                    int at = set.indexOf(head) + 1;
                    all.insert(set, at, id + "*" + qualifier + "*A", id + "@" + (at + 1) + " " + loop.id() + " I4");
                }
            }
        }
        return all.mutants;
    }

    /** After each segment one of another transaction set, and one that nobody knows. */
    static List<Mutant> foreign() {
        StructureMutants all = new StructureMutants();
        SampleSet set = new SampleSet(Samples.tree(slot -> true));
        for (int at = 1; at < set.lines().size() - 1; at++) {
            String loop = set.lines().get(at - 1).loop().rule().id();
            all.insert(set, at, "BPR*I*1", "BPR@" + (at + 1) + " " + loop + " 6");
            all.insert(set, at, "XYZ*1", "XYZ@" + (at + 1) + " " + loop + " 1");
        }
        return all.mutants;
    }

    /** Each two neighbours of a loop whose order matters, exchanged; a situational loop cannot be told without its first segment. */
    static List<Mutant> swapped() {
        StructureMutants all = new StructureMutants();
        SampleSet set = new SampleSet(Samples.tree(slot -> true));
        for (int at = 1; at < set.lines().size() - 1; at++) {
            SampleSet.Line line = set.lines().get(at);
            SampleSet.Line next = set.lines().get(at + 1);
            boolean telling = !line.slot().first() || line.loop().rule().usage().required();
            if (telling && line.loop() == next.loop() && line.slot().position() < next.slot().position()) {
                List<String> texts = set.texts();
                java.util.Collections.swap(texts, at, at + 1);
                all.add("after " + next.slot(), texts, fault(line.slot(), at + 2, "7"));
            }
        }
        return all.mutants;
    }

    private interface Visit {
        void at(SampleLoop tree, Slot slot);
    }

    /** Visits the places alone in a small set and among everything else. */
    private static void eachPlace(Predicate<Slot> which, Visit visit) {
        Samples.places().stream().filter(which).forEach(slot -> {
            visit.at(Samples.around(slot), slot);
            visit.at(Samples.tree(other -> true), slot);
        });
    }

    private void withoutSegment(SampleLoop tree, Slot slot) {
        SampleSet set = new SampleSet(tree);
        int at = set.indexOf(slot);
        SampleLoop loop = set.lines().get(at).loop();
        boolean alone = slot.first() && loop.children().size() == 1;
        SampleLoop within = alone ? loop.parent() : loop;
        boolean mandatory = slot.usage() == Usage.MANDATORY && (!alone || slot.loop().usage() == Usage.MANDATORY);
        set.lines().remove(at);
        int noticed = noticed(set, at, within, alone ? loop.rule().position() : slot.position());
        add("without", set.texts(), fault(slot, noticed, mandatory ? "3" : alone ? "I7" : "I8"));
    }

    /** Position of the first segment from here on that can only come after what is missing in the loop. */
    private static int noticed(SampleSet set, int from, SampleLoop loop, int position) {
        List<SampleSet.Line> lines = set.lines();
        for (int i = from; i < lines.size(); i++) {
            SampleLoop inner = lines.get(i).loop();
            int place = lines.get(i).slot().position();
            while (inner != loop && inner != null) {
                place = inner.rule().position();
                inner = inner.parent();
            }
            if (inner == null || place > position) {
                return i + 1;
            }
        }
        throw new IllegalStateException("a set ends with SE");
    }

    private static void repeat(List<Object> children, Predicate<Object> which, UnaryOperator<Object> copy, int more) {
        for (int i = 0; i < children.size(); i++) {
            if (which.test(children.get(i))) {
                for (int n = 0; n < more; n++) {
                    children.add(i + 1, copy.apply(children.get(i)));
                }
                return;
            }
        }
    }

    private static List<String> qualifiers(String id) {
        Set<String> qualifiers = new LinkedHashSet<>();
        Samples.places().stream().filter(slot -> slot.segmentId().equals(id)).forEach(
                slot -> slot.keyCodes().codes().stream().findFirst().ifPresent(qualifiers::add));
        qualifiers.add("ZZZZ");
        return List.copyOf(qualifiers);
    }

    private static String id(int key) {
        byte[] bytes = {(byte) (key >> 16), (byte) (key >> 8), (byte) key};
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).trim();
    }

    private void insert(SampleSet set, int at, String segment, String... expected) {
        List<String> texts = set.texts();
        texts.add(at, segment);
        mutants.add(new Mutant(segment + " after " + set.lines().get(at - 1).slot(), texts, Arrays.asList(expected)));
    }

    private static Expected fault(Slot slot, int position, String code) {
        return new Expected(slot, slot.segmentId() + "@" + position + " " + slot.loopId() + " " + code);
    }

    private record Expected(Slot slot, String fault) {
    }

    private void add(String kind, List<String> texts, Expected expected) {
        mutants.add(new Mutant(expected.slot() + " " + kind, texts, List.of(expected.fault())));
    }
}
