package dev.claimgate.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.x12.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlNumbersTest {
    private final ControlNumbers numbers = new ControlNumbers();

    @BeforeEach
    void begin() {
        numbers.begin();
    }

    @Test
    void shouldKnowEveryNumberOfTheSetAgain() {
        for (int i = 0; i < ControlNumbers.NUMBERS_MAX; i++) {
            assertThat(numbers.repeats(number("ACCT-" + i))).isFalse();
        }
        for (int i = 0; i < ControlNumbers.NUMBERS_MAX; i += 97) {
            assertThat(numbers.repeats(number("ACCT-" + i))).isTrue();
        }
    }

    @Test
    void shouldRememberNoMoreThanItsLimit() {
        for (int i = 0; i < ControlNumbers.NUMBERS_MAX; i++) {
            numbers.repeats(number("ACCT-" + i));
        }
        assertThat(numbers.repeats(number("LATE"))).isFalse();
        assertThat(numbers.repeats(number("LATE"))).isFalse();
        assertThat(numbers.repeats(number("ACCT-0"))).isTrue();
    }

    @Test
    void shouldForgetTheSetBefore() {
        numbers.repeats(number("ACCT-1"));
        numbers.begin();
        assertThat(numbers.repeats(number("ACCT-1"))).isFalse();
        assertThat(numbers.repeats(number("ACCT-1"))).isTrue();
    }

    @Test
    void shouldTakeAnEmptyNumberForNone() {
        assertThat(numbers.repeats(number(""))).isFalse();
        assertThat(numbers.repeats(number(""))).isFalse();
    }

    private static Text number(String value) {
        Text text = new Text(38);
        text.set(value);
        return text;
    }
}
