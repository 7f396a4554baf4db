package dev.claimgate.payer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    private static final String NOON = "Mon, 05 Jan 2026 12:00:00 GMT";

    @Test
    void shouldReadSecondsAndDatesAndBoundThem() {
        assertThat(RetryAfter.of("17", null)).isEqualTo(Duration.ofSeconds(17));
        assertThat(RetryAfter.of("Mon, 05 Jan 2026 12:00:30 GMT", NOON)).isEqualTo(Duration.ofSeconds(30));
        assertThat(RetryAfter.of("Mon, 05 Jan 2026 11:00:00 GMT", NOON)).isZero();
        assertThat(RetryAfter.of("999999999", null)).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void shouldTakeWhatItCannotReadAsNothing() {
        assertThat(RetryAfter.of(null, NOON)).isZero();
        assertThat(RetryAfter.of("soon", NOON)).isZero();
        assertThat(RetryAfter.of(NOON, null)).isZero();
    }
}
