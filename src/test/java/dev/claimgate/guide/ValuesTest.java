package dev.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.x12.PackedText;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
    @ParameterizedTest
    @CsvSource({"20240229, true", "20230229, false", "19000229, false", "20000229, true", "20261301, false", "20260431, false",
        "261120, true", "2611201, false", "2026112A, false", "20260100, false"})
    void shouldKnowTheCalendar(String date, boolean valid) {
        assertThat(Values.isDate(bytes(date), 0, date.length())).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"0000, true", "2359, true", "2400, false", "1260, false", "235959, true", "235960, false", "23595999, true",
        "12345, false"})
    void shouldKnowTheClock(String time, boolean valid) {
        assertThat(Values.isTime(bytes(time), 0, time.length())).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"D8, 20260101, true", "D8, 20260101-20260102, false", "RD8, 20260101-20260102, true", "RD8, 20260101, false",
        "RD8, 20260101-20260132, false", "TM, 9999, true"})
    void shouldReadADateInTheFormatOfItsQualifier(String format, String date, boolean valid) {
        assertThat(Values.fits(PackedText.pack(format), bytes(date), 0, date.length())).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "-1.5, true", ".5, true", "1., true", "., false", "1-, false", "1.2.3, false", "-, false"})
    void shouldKnowANumber(String number, boolean valid) {
        assertThat(Values.isNumber(bytes(number), 0, number.length())).isEqualTo(valid);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
