package dev.claimgate.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class X12ReaderTest {
    private static final String ISA =
            "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261120*0915*^*00501*000000001*0*T*:~";

    @Test
    void shouldTellWhereASegmentLiesInTheFile() {
        Heard heard = read("\r\n" + ISA + "\nNM1*85~\r\nIEA*0*000000001~", 5);
        assertThat(heard.segments).containsExactly(ISA.substring(0, 105), "NM1*85", "IEA*0*000000001");
        assertThat(heard.positions).containsExactly("2-108", "109-116", "118-134");
    }

    @Test
    void shouldSplitCompositesAndKeepEmptyElements() {
        X12Reader reader = new X12Reader(new Heard() {
            @Override
            public void segment(Segment segment) {
                if (segment.idKey() == Segment.key("SV1")) {
                    assertThat(segment.elementCount()).isEqualTo(4);
                    assertThat(segment.component(1, 3)).isEqualTo("25");
                    assertThat(segment.component(1, 9)).isEmpty();
                    assertThat(segment.packedComponent(1, 2)).isEqualTo(PackedText.pack("99213"));
                    assertThat(segment.has(2)).isFalse();
                    assertThat(segment.text(4)).isEqualTo("1");
                    assertThat(segment.kinds(1)).isEqualTo(CharClass.UPPER | CharClass.DIGIT | CharClass.COMPONENT);
                    positions.add("seen");
                }
            }
        }, 1024);
        byte[] bytes = (ISA + "SV1*HC:99213:25**UN*1~").getBytes(StandardCharsets.ISO_8859_1);
        reader.feed(bytes, 0, bytes.length);
    }

    @Property(tries = 200)
    void shouldReadBackWhatTheWriterWrote(@ForAll @Size(max = 30) List<String> values, @ForAll @IntRange(min = 1, max = 300) int piece) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SegmentWriter writer = new SegmentWriter(Delimiters.STANDARD, out::write);
        writer.segment("ZZZ");
        values.forEach(writer::element);
        writer.end();
        Heard heard = read(ISA + out.toString(StandardCharsets.ISO_8859_1) + "IEA*0*000000001~", piece);
        assertThat(heard.segments).hasSize(3);
        assertThat(heard.segments.get(1) + "~").isEqualTo(out.toString(StandardCharsets.ISO_8859_1));
    }

    @Test
    void shouldReadElementsBeyondItsLimitWithoutFailing() {
        Heard heard = read(ISA + "NM1" + "*A".repeat(500) + "~IEA*0*000000001~", 1000);
        assertThat(heard.counts).contains(500);
    }

    private static Heard read(String text, int piece) {
        Heard heard = new Heard();
        X12Reader reader = new X12Reader(heard, 4096);
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int from = 0; from < bytes.length; from += piece) {
            reader.feed(bytes, from, Math.min(piece, bytes.length - from));
        }
        reader.finish();
        return heard;
    }

    private static class Heard implements InterchangeHandler {
        final List<String> segments = new ArrayList<>();
        final List<String> positions = new ArrayList<>();
        final List<Integer> counts = new ArrayList<>();

        @Override
        public void interchangeStarts(Delimiters delimiters, boolean fixedWidth) {
            assertThat(fixedWidth).isTrue();
        }

        @Override
        public void segment(Segment segment) {
            int last = Math.min(segment.elementCount(), Segment.ELEMENTS_MAX);
            segments.add(new String(segment.bytes(), segment.start(0), segment.end(last) - segment.start(0),
                    StandardCharsets.ISO_8859_1));
            positions.add(segment.position() + "-" + segment.endPosition());
            counts.add(segment.elementCount());
        }

        @Override
        public void interchangeBroken(Breakage why) {
            segments.add("broken " + why);
        }

        @Override
        public void unreadable(long offset, String reason) {
            segments.add("unreadable " + offset);
        }
    }
}
