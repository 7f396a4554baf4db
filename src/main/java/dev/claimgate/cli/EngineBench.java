package dev.claimgate.cli;

import dev.claimgate.ack.AcknowledgementDraft;
import dev.claimgate.validation.FileValidator;
import dev.claimgate.validation.InterchangeRegister;
import dev.claimgate.validation.ReportListeners;
import dev.claimgate.x12.Delimiters;
import dev.claimgate.x12.InterchangeHandler;
import dev.claimgate.x12.Segment;
import dev.claimgate.x12.X12Reader;
import java.io.PrintWriter;
import java.util.Locale;

/** Measures the engine on one thread: the tokenizer alone, then the full verdict with its acknowledgements. */
final class EngineBench {
    private static final int PIECE_BYTES = 256 * 1024;
    private static final int SEGMENT_BYTES_MAX = 64 * 1024;

    private final Engine engine;
    private final byte[] file;
    private Tally tally = new Tally();
    private long segments;
    private long acknowledgementBytes;

    EngineBench(Engine engine, byte[] file) {
        this.engine = engine;
        this.file = file;
    }

    void run(PrintWriter out) {
        Timed tokenizer = Timed.measure(this::tokenize);
        Timed verdict = Timed.measure(this::judge);
        out.printf(Locale.ROOT, "%,d claims, %,d segments, %.1f MB; %s %s, %d processors, one thread%n", tally.claims(), segments,
                file.length / 1e6, System.getProperty("java.vm.name"), System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
        out.printf("%-34s %10s %12s %14s%n", "", "MB/s", "claims/s", "bytes/claim");
        line(out, "tokenizer alone", tokenizer);
        line(out, "full verdict, acknowledgements", verdict);
        out.printf(Locale.ROOT, "the full verdict takes %.1f times the tokenizer's time%n",
                (double) verdict.nanos() / tokenizer.nanos());
        out.printf(Locale.ROOT, "%,d claims accepted, %,d rejected; acknowledgements of %.1f MB%n", tally.claimsAccepted(),
                tally.claimsRejected(), acknowledgementBytes / 1e6);
        out.flush();
    }

    /** What came of the last round. */
    Tally tally() {
        return tally;
    }

    private void line(PrintWriter out, String what, Timed timed) {
        out.printf(Locale.ROOT, "%-34s %10.1f %,12.0f %14.1f%n", what, timed.perSecond(file.length) / 1e6,
                timed.perSecond(tally.claims()), (double) timed.allocatedBytes() / Math.max(1, tally.claims()));
    }

    private void tokenize() {
        SegmentCount count = new SegmentCount();
        X12Reader reader = new X12Reader(count, SEGMENT_BYTES_MAX);
        for (int at = 0; at < file.length; at += PIECE_BYTES) {
            reader.feed(file, at, Math.min(PIECE_BYTES, file.length - at));
        }
        reader.finish();
        segments = count.segments;
    }

    /** One round of the full verdict. */
    void judge() {
        acknowledgementBytes = 0;
        tally = new Tally();
        FileValidator validator = engine.validator(InterchangeRegister.NONE,
                new ReportListeners(tally, engine.acknowledgements("BENCH", this::write)));
        for (int at = 0; at < file.length; at += PIECE_BYTES) {
            validator.feed(file, at, Math.min(PIECE_BYTES, file.length - at));
        }
        validator.finish();
    }

    private void write(AcknowledgementDraft draft) {
        try (draft) {
            draft.writeTo((bytes, from, length) -> acknowledgementBytes += length, 1);
        }
    }

    /** Does as little as can be done with a segment. */
    private static final class SegmentCount implements InterchangeHandler {
        private long segments;

        @Override
        public void interchangeStarts(Delimiters delimiters, boolean fixedWidth) {
            // only segments are counted
        }

        @Override
        public void segment(Segment segment) {
            segments++;
        }

        @Override
        public void interchangeBroken(Breakage why) {
            // a broken file is measured as far as it goes
        }

        @Override
        public void unreadable(long offset, String reason) {
            // a broken file is measured as far as it goes
        }
    }
}
