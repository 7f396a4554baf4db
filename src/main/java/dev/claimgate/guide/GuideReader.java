package dev.claimgate.guide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code guide.spec} with the files it includes, checks it against the base standard, and builds the loops and slots. */
final class GuideReader {
    private final SpecFaults faults;
    private final Path folder;
    private final Standard standard;
    private final Map<String, List<SpecLine>> included = new HashMap<>();
    private final List<Slot> slots = new ArrayList<>();

    GuideReader(Path folder, Standard standard, SpecFaults faults) {
        this.folder = folder;
        this.standard = standard;
        this.faults = faults;
    }

    /** The root loop of the guide, {@code null} if a fault stands in its way. */
    LoopRule read(List<SpecLine> lines) {
        LoopRule root = null;
        for (SpecLine line : lines) {
            if (line.word(0).equals("loop")) {
                root = loop(line, null, 0, null);
            }
        }
        return root;
    }

    List<Slot> slots() {
        return slots;
    }

    private LoopRule loop(SpecLine line, LoopRule parent, int child, Usage usage) {
        PlaceLine place = place(line);
        if (place == null) {
            return null;
        }
        LoopRule loop = new LoopRule(usage == null ? place : place.with(usage), parent, child);
        for (SpecLine inner : line.children()) {
            child(inner, loop);
        }
        if (loop.size() == 0 || loop.size() > LoopRule.CHILDREN_MAX) {
            faults.add(line, "loop " + loop.id() + " has " + loop.size() + " children, must have 1 to " + LoopRule.CHILDREN_MAX);
            return null;
        }
        loop.complete();
        return loop;
    }

    private void child(SpecLine line, LoopRule loop) {
        switch (line.word(0)) {
            case "segment" -> segment(line, loop);
            case "loop" -> addLoop(loop(line, loop, loop.size(), null), loop);
            case "include" -> include(line, loop);
            case "unused" -> List.of(line.nameFrom(1).split(" ")).forEach(loop::leaveOut);
            default -> faults.add(line, "'" + line.word(0) + "', must be segment, loop, include or unused");
        }
    }

    private void addLoop(LoopRule child, LoopRule loop) {
        if (child != null) {
            loop.add(child);
        }
    }

    private void include(SpecLine line, LoopRule loop) {
        String id = line.word(1);
        List<SpecLine> lines = included.computeIfAbsent(id, i -> SpecFile.read(folder.resolve(i + ".spec"), faults));
        for (SpecLine inner : lines) {
            addLoop(loop(inner, loop, loop.size(), usage(line, line.word(2))), loop);
        }
    }

    private void segment(SpecLine line, LoopRule loop) {
        PlaceLine place = place(line);
        BaseSegment base = standard.segments().get(line.word(1));
        if (base == null) {
            faults.add(line, "segment " + line.word(1) + " is not in segments.spec of the base standard");
        }
        if (place != null && base != null) {
            StructureRule structure = structure(line, base.elements(), base.notes());
            Slot slot = new Slot(slots.size(), loop, loop.size(), place, base, structure);
            slots.add(slot);
            loop.add(slot);
        }
    }

    private StructureRule structure(SpecLine line, List<BaseElement> base, List<RelationalNote> notes) {
        List<ElementRule> rules = new ArrayList<>();
        if (line.children().size() != base.size()) {
            faults.add(line, "describes " + line.children().size() + " positions, must describe all " + base.size());
            return new StructureRule(rules, List.of());
        }
        int format = 0;
        for (int i = 0; i < base.size(); i++) {
            rules.add(element(line.children().get(i), base.get(i), format));
            format = base.get(i).number().equals("1250") ? i + 1 : format;
        }
        return new StructureRule(rules, notes);
    }

    private ElementRule element(SpecLine line, BaseElement base, int format) {
        if (!line.word(0).equals(base.position() < 10 ? "0" + base.position() : "" + base.position())) {
            faults.add(line, "position " + line.word(0) + ", must be " + base.position());
        }
        Usage usage = usage(line, line.word(1));
        usage = usage == Usage.REQUIRED && base.mandatory() ? Usage.MANDATORY : usage;
        StructureRule composite = base.composite() == null || usage == Usage.NOT_USED ? null
                : structure(line, base.composite().components(), base.composite().notes());
        java.util.regex.Pattern pattern = line.pattern().isEmpty() ? null : java.util.regex.Pattern.compile(line.pattern());
        return new ElementRule(base.position(), usage, base.number(), line.nameFrom(2), base.element(), composite,
                new CodeList(line.codes()), pattern, base.number().equals("1251") ? format : 0, base.repeatMax());
    }

    private Usage usage(SpecLine line, String word) {
        try {
            return Usage.of(word);
        } catch (IllegalArgumentException e) {
            faults.add(line, e.getMessage());
            return Usage.SITUATIONAL;
        }
    }

    private PlaceLine place(SpecLine line) {
        try {
            return PlaceLine.of(line);
        } catch (IllegalArgumentException e) {
            faults.add(line, e instanceof NumberFormatException ? "'" + line.text()
                    + "', must be id, usage, greatest number, @position, name" : e.getMessage());
            return null;
        }
    }
}
