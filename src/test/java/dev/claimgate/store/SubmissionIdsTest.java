package dev.claimgate.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubmissionIdsTest {
    private static final Instant LAST_OF_NOVEMBER = Instant.parse("2026-11-30T23:59:59.999Z");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

    @Test
    void shouldBeginWithTheMillisecondAndBeOfVersionSeven() {
        UUID id = SubmissionIds.at(LAST_OF_NOVEMBER);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(LAST_OF_NOVEMBER.toEpochMilli());
        assertThat(SubmissionIds.at(LAST_OF_NOVEMBER)).isNotEqualTo(id);
    }

    @Test
    void shouldTellTheMonth() {
        assertThat(SubmissionIds.month(SubmissionIds.at(LAST_OF_NOVEMBER))).isEqualTo(NOVEMBER);
        assertThat(SubmissionIds.month(SubmissionIds.at(LAST_OF_NOVEMBER.plusMillis(1)))).isEqualTo(DECEMBER);
        assertThat(SubmissionIds.month(SubmissionIds.first(DECEMBER))).isEqualTo(DECEMBER);
    }

    @Test
    void shouldBeginAMonthWithItsFirstMillisecondAndZeros() {
        assertThat(SubmissionIds.first(DECEMBER)).hasToString(
                hexadecimal(LAST_OF_NOVEMBER.plusMillis(1).toEpochMilli()) + "-0000-0000-000000000000");
        assertThat(SubmissionIds.first(DECEMBER)).isLessThan(SubmissionIds.at(LAST_OF_NOVEMBER.plusMillis(1)))
                .isGreaterThan(SubmissionIds.at(LAST_OF_NOVEMBER));
    }

    @Test
    void shouldTellSomeMonthOfEveryId() {
        assertThat(SubmissionIds.month(new UUID(-1, -1))).isEqualTo(YearMonth.of(10889, 8));
        assertThat(SubmissionIds.month(new UUID(0, 0))).isEqualTo(YearMonth.of(1970, 1));
    }

    private static String hexadecimal(long millis) {
        String digits = String.format("%012x", millis);
        return digits.substring(0, 8) + "-" + digits.substring(8);
    }
}
