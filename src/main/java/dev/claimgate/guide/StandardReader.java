package dev.claimgate.guide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code elements.spec} and {@code segments.spec} of one release. */
final class StandardReader {
    private final SpecFaults faults;
    private final Map<String, DataElement> elements = new LinkedHashMap<>();
    private final Map<String, BaseComposite> composites = new LinkedHashMap<>();
    private final Map<String, BaseSegment> segments = new LinkedHashMap<>();

    StandardReader(SpecFaults faults) {
        this.faults = faults;
    }

    Standard read(Path folder) {
        SpecFile.read(folder.resolve("elements.spec"), faults).forEach(this::element);
        for (SpecLine line : SpecFile.read(folder.resolve("segments.spec"), faults)) {
            switch (line.word(0)) {
                case "composite" -> composites.put(line.word(1), composite(line));
                case "segment" -> segments.put(line.word(1), segment(line));
                default -> faults.add(line, "'" + line.word(0) + "', must be composite or segment");
            }
        }
        Set<String> segmentIds = new HashSet<>(segments.keySet());
        for (SpecLine line : SpecFile.read(folder.resolve("segment-ids.spec"), faults)) {
            segmentIds.addAll(List.of(line.text().split(" ")));
        }
        return new Standard(elements, composites, segments, segmentIds);
    }

    private void element(SpecLine line) {
        try {
            String number = line.word(0);
            int min = Integer.parseInt(line.word(2));
            int max = Integer.parseInt(line.word(3));
            if (min < 0 || max < min) {
                faults.add(line, "length " + min + " to " + max + ", must not end before it begins");
            }
            DataElement element = new DataElement(number, ElementType.of(line.word(1)), min, max, line.nameFrom(4),
                    new CodeList(line.codes()));
            if (elements.put(number, element) != null) {
                faults.add(line, "data element " + number + " stands here a second time");
            }
        } catch (IllegalArgumentException e) {
            faults.add(line, "'" + line.text() + "', must be number, type, shortest, longest, name");
        }
    }

    private BaseComposite composite(SpecLine line) {
        return new BaseComposite(line.word(1), notes(line), positions(line));
    }

    private BaseSegment segment(SpecLine line) {
        String key = line.children().stream().filter(c -> c.word(0).equals("key")).map(c -> c.word(1)).findFirst().orElse("");
        int dash = key.indexOf('-');
        int element = key.isEmpty() ? 0 : Integer.parseInt(dash < 0 ? key : key.substring(0, dash));
        int component = dash < 0 ? 0 : Integer.parseInt(key.substring(dash + 1));
        return new BaseSegment(line.word(1), element, component, notes(line), positions(line));
    }

    private List<RelationalNote> notes(SpecLine line) {
        List<RelationalNote> notes = new ArrayList<>();
        for (SpecLine child : line.children()) {
            if (child.word(0).equals("notes")) {
                for (String note : child.nameFrom(1).split(" ")) {
                    note(child, note, notes);
                }
            }
        }
        return notes;
    }

    private void note(SpecLine line, String text, List<RelationalNote> notes) {
        try {
            notes.add(RelationalNote.of(text));
        } catch (IllegalArgumentException e) {
            faults.add(line, e.getMessage());
        }
    }

    private List<BaseElement> positions(SpecLine line) {
        List<BaseElement> positions = new ArrayList<>();
        for (SpecLine child : line.children()) {
            if (Character.isDigit(child.word(0).charAt(0))) {
                position(child, positions);
            }
        }
        return positions;
    }

    private void position(SpecLine line, List<BaseElement> positions) {
        String number = line.word(2);
        DataElement element = elements.get(number);
        BaseComposite composite = composites.get(number);
        if (Integer.parseInt(line.word(0)) != positions.size() + 1) {
            faults.add(line, "position " + line.word(0) + ", must be " + (positions.size() + 1));
        }
        if (element == null && composite == null) {
            faults.add(line, "'" + number + "' is neither a data element of elements.spec nor a composite above");
            return;
        }
        int repeat = line.word(3).startsWith("x") ? Integer.parseInt(line.word(3).substring(1)) : 1;
        positions.add(new BaseElement(positions.size() + 1, line.word(1).equals("M"), element, composite, repeat));
    }
}
