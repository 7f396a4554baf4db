package dev.claimgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.ack.AcknowledgementDraft;
import dev.claimgate.ack.AcknowledgementKind;
import dev.claimgate.validation.AcknowledgmentCode;
import dev.claimgate.validation.InterchangeReport;
import dev.claimgate.validation.ReportListener;
import dev.claimgate.x12.ByteSink;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class X12ReportTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final X12Report report = new X12Report(TwoDrafts::new, bytes);

    @Test
    void shouldPrintOnlyAcknowledgementsOneSegmentALineNumberedFromOne() {
        ReportScript script = new ReportScript(report);
        script.open("a.edi");
        script.close(AcknowledgmentCode.A, 1, 1, List.of());
        script.end(AcknowledgmentCode.A);
        script.open("b.edi");
        script.close(AcknowledgmentCode.R, 1, 0, List.of());
        script.end(AcknowledgmentCode.A);
        report.close();

        assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).isEqualTo("""
                ISA*1~
                IEA*1~
                ISA*2~
                IEA*2~
                ISA*3~
                IEA*3~
                ISA*4~
                IEA*4~
                """);
        assertThat(report.total().claims()).isEqualTo(2);
        assertThat(report.total().allAccepted()).isFalse();
        assertThat(closed).isEqualTo(4);
    }

    private int closed;

    /** Two acknowledgements for every interchange, written in pieces that cut segments. */
    private final class TwoDrafts implements ReportListener {
        private final Consumer<AcknowledgementDraft> drafts;

        TwoDrafts(Consumer<AcknowledgementDraft> drafts) {
            this.drafts = drafts;
        }

        @Override
        public void interchangeClosed(InterchangeReport closedInterchange) {
            drafts.accept(draft());
            drafts.accept(draft());
        }

        private AcknowledgementDraft draft() {
            return new AcknowledgementDraft() {
                @Override
                public AcknowledgementKind kind() {
                    return AcknowledgementKind.TA1;
                }

                @Override
                public int interchangeOrdinal() {
                    return 1;
                }

                @Override
                public void writeTo(ByteSink sink, int controlNumber) {
                    byte[] text = ("ISA*" + controlNumber + "~IEA*" + controlNumber + "~").getBytes(StandardCharsets.ISO_8859_1);
                    sink.write(text, 0, 9);
                    sink.write(text, 9, text.length - 9);
                }

                @Override
                public void close() {
                    closed++;
                }
            };
        }
    }
}
