package dev.claimgate.guide;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The segments of a made-up transaction set in order, levels and lines numbered. */
final class SampleSet {
    /** A segment and the loop it stands in. */
    record Line(SampleSegment segment, SampleLoop loop) {
        Slot slot() {
            return segment.slot();
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private final Deque<String> levels = new ArrayDeque<>();
    private int level;
    private int serviceLine;

    SampleSet(SampleLoop root) {
        add(root);
    }

    List<Line> lines() {
        return lines;
    }

    /** Index of the first segment of this place. */
    int indexOf(Slot slot) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).slot() == slot) {
                return i;
            }
        }
        throw new IllegalArgumentException(slot + " is not in the sample");
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>();
        lines.forEach(line -> texts.add(line.segment().toString()));
        return texts;
    }

    private void add(SampleLoop loop) {
        boolean hierarchical = loop.rule().entry().segmentId().equals("HL") && loop.rule().childIsSlot(0);
        for (Object child : loop.children()) {
            if (child instanceof SampleSegment segment) {
                number(segment, loop);
                lines.add(new Line(segment, loop));
            } else {
                add((SampleLoop) child);
            }
        }
        if (hierarchical && !levels.isEmpty()) {
            levels.pop();
        }
    }

    private void number(SampleSegment segment, SampleLoop loop) {
        switch (segment.slot().segmentId()) {
            case "HL" -> {
                segment.with(1, Integer.toString(++level));
                if (!levels.isEmpty()) {
                    segment.with(2, levels.peek());
                }
                levels.push(Integer.toString(level));
                if (segment.slot().structure().element(4).codes().codes().size() > 1) {
                    boolean beneath = loop.children().stream().anyMatch(child -> child instanceof SampleLoop inner
                            && inner.rule().entry().segmentId().equals("HL"));
                    segment.with(4, beneath ? "1" : "0");
                }
            }
            case "CLM" -> serviceLine = 0;
            case "LX" -> segment.with(1, Integer.toString(++serviceLine));
            default -> { }
        }
    }
}
