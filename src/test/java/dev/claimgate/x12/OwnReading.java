package dev.claimgate.x12;

import java.util.ArrayList;
import java.util.List;

/** What our reader finds in a file: a line for each segment and one for each value sent, with its place. */
final class OwnReading implements InterchangeHandler {
    private static final int PIECE_BYTES = 777;

    private final List<String> lines = new ArrayList<>();
    private int segments;

    private OwnReading() {
    }

    static List<String> of(byte[] file) {
        OwnReading reading = new OwnReading();
        X12Reader reader = new X12Reader(reading, 64 * 1024);
        for (int from = 0; from < file.length; from += PIECE_BYTES) {
            reader.feed(file, from, Math.min(PIECE_BYTES, file.length - from));
        }
        reader.finish();
        return reading.lines;
    }

    /** @param component 0 when the element is not split */
    static String value(int segment, int element, int repetition, int component, String value) {
        return segment + " " + element + "/" + repetition + (component == 0 ? "" : "-" + component) + " " + value;
    }

    @Override
    public void segment(Segment segment) {
        segments++;
        lines.add(segments + " " + segment.id());
        for (int element = 1; element <= segment.elementCount(); element++) {
            if (segment.id().equals("ISA")) {
                lines.add(value(segments, element, 1, 0, segment.text(element)));
            } else if ((segment.kinds(element) & CharClass.REPETITION) != 0) {
                repetitions(element, segment);
            } else {
                element(element, segment);
            }
        }
    }

    private void element(int element, Segment segment) {
        if ((segment.kinds(element) & CharClass.COMPONENT) == 0) {
            add(element, 1, 0, segment.text(element));
            return;
        }
        int parts = segment.splitComponents(element);
        for (int component = 1; component <= parts; component++) {
            add(element, 1, component, segment.component(element, component));
        }
    }

    /** The engine cuts repetitions element by element, where the guide allows them. */
    private void repetitions(int element, Segment segment) {
        int repetition = 0;
        for (String one : segment.text(element).split(quoted(segment.delimiters().repetition()), -1)) {
            repetition++;
            String[] parts = one.split(quoted(segment.delimiters().component()), -1);
            for (int i = 0; i < parts.length; i++) {
                add(element, repetition, parts.length == 1 ? 0 : i + 1, parts[i]);
            }
        }
    }

    private void add(int element, int repetition, int component, String value) {
        if (!value.isEmpty()) {
            lines.add(value(segments, element, repetition, component, value));
        }
    }

    private static String quoted(byte delimiter) {
        return java.util.regex.Pattern.quote(String.valueOf((char) (delimiter & 0xff)));
    }

    @Override
    public void interchangeStarts(Delimiters delimiters, boolean fixedWidth) {
        // its segment follows
    }

    @Override
    public void interchangeBroken(Breakage why) {
        lines.add("broken: " + why);
    }

    @Override
    public void unreadable(long offset, String reason) {
        lines.add("unreadable: " + reason);
    }
}
