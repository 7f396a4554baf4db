package dev.claimgate.payer;

import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.guide.GuideLibrary;
import dev.claimgate.guide.Slot;
import dev.claimgate.guide.WalkListener;
import dev.claimgate.guide.Walker;
import dev.claimgate.x12.Delimiters;
import dev.claimgate.x12.InterchangeHandler;
import dev.claimgate.x12.Segment;
import dev.claimgate.x12.X12Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the guides find wrong in interchanges that we write. */
final class GuideFaults implements InterchangeHandler {
    private static final GuideLibrary GUIDES = GuideLibrary.load(Path.of("edi-specs"));

    private final List<String> faults = new ArrayList<>();
    private Walker walker;
    private int sets;

    private GuideFaults() {
    }

    /** Faults as lines; a text without transaction sets is one. */
    static List<String> of(String interchanges) {
        GuideFaults check = new GuideFaults();
        X12Reader reader = new X12Reader(check, 4096);
        byte[] bytes = interchanges.getBytes(StandardCharsets.ISO_8859_1);
        reader.feed(bytes, 0, bytes.length);
        reader.finish();
        if (check.sets == 0) {
            check.faults.add("no transaction set");
        }
        return check.faults;
    }

    @Override
    public void interchangeStarts(Delimiters delimiters, boolean fixedWidth) {
        walker = null;
    }

    @Override
    public void segment(Segment segment) {
        if (segment.id().equals("ST")) {
            sets++;
            walker = new Walker(GUIDES.require(segment.text(3)), new WalkListener() {
                @Override
                public void placed(Slot slot, Segment placed, int position) {
                    // Only faults matter here.
                }

                @Override
                public void found(SegmentFinding finding) {
                    faults.add(finding.toString());
                }
            });
            walker.begin();
        }
        if (walker != null) {
            walker.segment(segment);
        }
        if (segment.id().equals("SE")) {
            walker = null;
        }
    }

    @Override
    public void interchangeBroken(Breakage why) {
        faults.add(why.name());
    }

    @Override
    public void unreadable(long offset, String reason) {
        faults.add(reason);
    }
}
