package dev.claimgate.ack;

import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.guide.GuideLibrary;
import dev.claimgate.guide.Slot;
import dev.claimgate.guide.WalkListener;
import dev.claimgate.guide.Walker;
import dev.claimgate.validation.Verdict;
import dev.claimgate.x12.Delimiters;
import dev.claimgate.x12.InterchangeHandler;
import dev.claimgate.x12.Segment;
import dev.claimgate.x12.X12Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Walks what we wrote through the guide that its GS names. */
final class GuideCheck implements InterchangeHandler, WalkListener {
    private static final GuideLibrary GUIDES = GuideLibrary.load(Path.of("edi-specs"));

    private final List<String> faults = new ArrayList<>();
    private Walker walker;
    private boolean inSet;

    /** Every fault as {@code SEGMENT@POSITION CODE elements}. */
    static List<String> faults(List<String> interchange) {
        GuideCheck check = new GuideCheck();
        byte[] bytes = (String.join("~", interchange) + "~").getBytes(StandardCharsets.ISO_8859_1);
        X12Reader reader = new X12Reader(check, 64 * 1024);
        reader.feed(bytes, 0, bytes.length);
        reader.finish();
        Verdict.on(bytes, bytes.length).interchanges
                .forEach(envelope -> envelope.notes().forEach(note -> check.faults.add("ISA " + note)));
        return check.faults;
    }

    @Override
    public void segment(Segment segment) {
        if (segment.id().equals("TA1")) {
            ta1(segment);
        }
        switch (segment.id()) {
            case "GS" -> walker = new Walker(GUIDES.require(segment.text(8)), this);
            case "ST" -> {
                walker.begin();
                inSet = true;
            }
            default -> { }
        }
        if (inSet) {
            walker.segment(segment);
        }
        inSet &= !segment.id().equals("SE");
    }

    private void ta1(Segment ta1) {
        String text = String.join("*", ta1.text(1), ta1.text(2), ta1.text(3), ta1.text(4), ta1.text(5));
        if (!text.matches("\\d{9}\\*\\d{6}\\*\\d{4}\\*(A\\*000|[ER]\\*0[0-3]\\d)") || ta1.elementCount() != 5) {
            faults.add("TA1 " + text);
        }
    }

    @Override
    public void found(SegmentFinding finding) {
        StringBuilder fault = new StringBuilder(finding.segmentId()).append('@').append(finding.position()).append(' ')
                .append(finding.loop()).append(' ').append(finding.code().code());
        finding.elements().forEach(e -> fault.append(' ').append(e.reference(finding.segmentId())).append('=').append(e.code().code()));
        faults.add(fault.toString());
    }

    @Override
    public void placed(Slot slot, Segment segment, int position) {
    }

    @Override
    public void interchangeStarts(Delimiters delimiters, boolean fixedWidth) {
        if (!fixedWidth) {
            faults.add("ISA is not 106 bytes");
        }
    }

    @Override
    public void interchangeBroken(Breakage why) {
        faults.add("the interchange is broken: " + why);
    }

    @Override
    public void unreadable(long offset, String reason) {
        faults.add("unreadable at " + offset + ": " + reason);
    }
}
