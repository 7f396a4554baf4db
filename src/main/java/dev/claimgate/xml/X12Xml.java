package dev.claimgate.xml;

import dev.claimgate.guide.Guide;
import dev.claimgate.guide.GuideLibrary;
import dev.claimgate.guide.Slot;
import dev.claimgate.guide.WalkListener;
import dev.claimgate.guide.Walker;
import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.x12.Delimiters;
import dev.claimgate.x12.InterchangeHandler;
import dev.claimgate.x12.Segment;
import dev.claimgate.x12.X12Reader;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Writes a file of X12 as one XML document: {@code file}, {@code interchange}, {@code group}, {@code set}, {@code loop},
 * {@code segment}, {@code element}, {@code component}. Whatever the file looks like the document is well-formed: what has no
 * place in the guide stands where it came, without a name.
 */
public final class X12Xml {
    private static final int SEGMENT_BYTES_MAX = 1024 * 1024;

    private X12Xml() {
    }

    /** Reads all of {@code file}; its memory is that of one segment. */
    public static void write(byte[] file, GuideLibrary guides, OutputStream out) {
        Tags tags = new Tags(out);
        tags.open("file");
        X12Reader reader = new X12Reader(new Handler(tags, guides), SEGMENT_BYTES_MAX);
        reader.feed(file, 0, file.length);
        reader.finish();
        tags.closeAll();
    }

    private static final class Handler implements InterchangeHandler, WalkListener {
        private final Tags tags;
        private final GuideLibrary guides;
        private final SegmentTags segments;
        private final LoopTags loops;
        private Optional<Walker> walker = Optional.empty();
        private Optional<Guide> guide = Optional.empty();
        private boolean placed;

        Handler(Tags tags, GuideLibrary guides) {
            this.tags = tags;
            this.guides = guides;
            this.segments = new SegmentTags(tags);
            this.loops = new LoopTags(tags);
        }

        @Override
        public void interchangeStarts(Delimiters delimiters, boolean fixedWidth) {
            tags.closeTo("file");
            tags.open("interchange");
        }

        @Override
        public void segment(Segment segment) {
            switch (segment.id()) {
                case "GS" -> {
                    tags.closeTo("interchange");
                    tags.open("group");
                    guide = guides.guide(segment.text(8));
                    segments.write(segment);
                }
                case "GE" -> {
                    tags.closeTo("group");
                    segments.write(segment);
                    tags.closeTo("interchange");
                }
                case "IEA" -> {
                    tags.closeTo("interchange");
                    segments.write(segment);
                    tags.closeTo("file");
                }
                case "ST" -> begin(segment);
                default -> inSet(segment);
            }
        }

        private void begin(Segment st) {
            tags.closeTo("group");
            tags.open("set");
            loops.begin();
            walker = guide.filter(known -> known.transaction().equals(st.text(1))).map(known -> new Walker(known, this));
            walker.ifPresent(Walker::begin);
            inSet(st);
        }

        private void inSet(Segment segment) {
            placed = false;
            walker.ifPresent(walk -> walk.segment(segment));
            if (!placed) {
                segments.write(segment);
            }
            if (segment.id().equals("SE")) {
                walker = Optional.empty();
                tags.closeTo("group");
            }
        }

        @Override
        public void placed(Slot slot, Segment segment, int position) {
            placed = true;
            loops.moveTo(slot);
            segments.write(segment, slot);
        }

        @Override
        public void found(SegmentFinding finding) {
            // What is wrong is told by the acknowledgements.
        }

        @Override
        public void interchangeBroken(Breakage why) {
            walker = Optional.empty();
            tags.closeTo("file");
        }

        @Override
        public void unreadable(long offset, String reason) {
            tags.closeTo("file");
            tags.open("unreadable", "offset", Long.toString(offset), "reason", reason);
            tags.close();
        }
    }
}
