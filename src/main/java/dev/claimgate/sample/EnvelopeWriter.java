package dev.claimgate.sample;

import dev.claimgate.x12.ByteSink;
import dev.claimgate.x12.Delimiters;
import dev.claimgate.x12.SegmentWriter;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** ISA and GS, GE and IEA. */
final class EnvelopeWriter {
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private final SegmentWriter segments;
    private final SampleOptions options;

    EnvelopeWriter(ByteSink sink, SampleOptions options) {
        this.segments = new SegmentWriter(Delimiters.STANDARD, sink);
        this.options = options;
    }

    SegmentWriter segments() {
        return segments;
    }

    void open() {
        segments.segment("ISA").element("00").element(" ".repeat(10)).element("00").element(" ".repeat(10))
                .element("ZZ").element(padded(options.sender())).element("ZZ").element(padded(options.receiver()))
                .element(options.date().format(SHORT_DATE)).element("0600")
                .delimiter(Delimiters.STANDARD.repetition()).element("00501").element(controlNumber())
                .element("1").element("T").delimiter(Delimiters.STANDARD.component()).end();
        segments.segment("GS").element("HC").element(options.sender()).element(options.receiver())
                .element(options.date().format(DateTimeFormatter.BASIC_ISO_DATE)).element("0600")
                .element(options.seed()).element("X").element("005010X222A1").end();
    }

    void close(int sets) {
        segments.segment("GE").element(sets).element(options.seed()).end();
        segments.segment("IEA").element("1").element(controlNumber()).end();
    }

    private String controlNumber() {
        return String.format(Locale.ROOT, "%09d", options.seed());
    }

    private static String padded(String id) {
        return id + " ".repeat(15 - id.length());
    }
}
