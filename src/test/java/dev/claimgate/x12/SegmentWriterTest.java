package dev.claimgate.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentWriterTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final SegmentWriter writer = new SegmentWriter(Delimiters.STANDARD, out::write);

    @ParameterizedTest
    @CsvSource({"0, 2, 0", "5, 2, 0.05", "50, 2, 0.5", "100, 2, 1", "12050, 2, 120.5", "12345, 2, 123.45", "-7, 2, -0.07",
        "-1200, 2, -12", "1500, 3, 1.5", "1, 3, 0.001", "999999999999999999, 2, 9999999999999999.99", "42, 0, 42", "-10, 0, -10"})
    void shouldWriteNumbersWithoutNeedlessZeros(long value, int scale, String written) {
        writer.segment("AMT").decimal(value, scale).end();
        assertThat(text()).isEqualTo("AMT*" + written + "~");
    }

    @Test
    void shouldLeaveOutTrailingEmptyElementsAndComponents() {
        writer.segment("NM1").element("QC").element("").composite("A", "", null).skip(3).element((String) null).end();
        assertThat(text()).isEqualTo("NM1*QC**A~");
    }

    @Test
    void shouldBlankOutWhatWouldNotBeReadBack() {
        writer.segment("NTE").element("a*b~c:d^e\u0007f\u20acg\u00b7h").end();
        assertThat(text()).isEqualTo("NTE*a b c d e f?g?h~");
    }

    @Test
    void shouldCountSegments() {
        writer.segment("ST").end();
        writer.segment("SE").end();
        assertThat(writer.segmentCount()).isEqualTo(2);
    }

    @Test
    void shouldRefuseToBeginASegmentInsideAnother() {
        writer.segment("ST");
        assertThatThrownBy(() -> writer.segment("SE")).isInstanceOf(IllegalStateException.class);
    }

    private String text() {
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
