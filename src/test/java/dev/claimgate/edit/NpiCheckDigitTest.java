package dev.claimgate.edit;

import static dev.claimgate.claim.ClaimSample.claim;
import static dev.claimgate.edit.EditCase.findings;
import static dev.claimgate.edit.EditCase.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.x12.Text;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class NpiCheckDigitTest {
    private static final String RIGHT = "1245319599";
    private static final String WRONG = "1234567890";

    @Test
    void shouldCheckEachProviderWithItsOwnEntity() {
        assertThat(verdict(claim().billingNpi(WRONG).referringNpi(WRONG).renderingNpi(WRONG).facilityNpi(WRONG)
                .supervisingNpi(WRONG).line("11102").lineRenderingNpi(WRONG))).containsExactly(
                "npi-check-digit line 0 NM109 A7:562:85",
                "npi-check-digit line 0 NM109 A7:562:DN",
                "npi-check-digit line 0 NM109 A7:562:82",
                "npi-check-digit line 0 NM109 A7:562:77",
                "npi-check-digit line 0 NM109 A7:562:DQ",
                "npi-check-digit line 1 NM109 A7:562:82");
    }

    @Test
    void shouldAcceptProvidersWithRightNumbers() {
        assertThat(verdict(claim().billingNpi(RIGHT).referringNpi(RIGHT).renderingNpi(RIGHT).facilityNpi(RIGHT)
                .supervisingNpi(RIGHT).line("11102").lineRenderingNpi(RIGHT))).isEmpty();
    }

    @Test
    void shouldNotJudgeIdsThatAreNoNpi() {
        assertThat(verdict(claim().billingNpi(WRONG).billingIdQualifier("24").line("11102"))).isEmpty();
    }

    @Test
    void shouldNameTheLoopOfALinesProvider() {
        assertThat(findings(claim().line("11102").lineRenderingNpi(WRONG)).get(0).loop()).isEqualTo("2420A");
    }

    @Test
    void shouldRejectNumbersThatCannotBeAnNpi() {
        assertThat(valid("9999999999")).isFalse();
        assertThat(valid("123456789")).isFalse();
        assertThat(valid("12345678931")).isFalse();
        assertThat(valid("12345678A3")).isFalse();
        assertThat(valid("3000000006")).isFalse();
    }

    /** The Luhn sum written out over the whole of 80840 and the NPI. */
    @Property
    void shouldAgreeWithLuhnOverThePrefixedNumber(@ForAll @LongRange(min = 1_000_000_000L, max = 2_999_999_999L) long npi) {
        String digits = "80840" + npi;
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 1 ? digit * 2 : digit;
            sum += weighted / 10 + weighted % 10;
        }
        assertThat(valid(Long.toString(npi))).isEqualTo(sum % 10 == 0);
    }

    @Property
    void shouldCatchAnySingleWrongDigit(@ForAll @IntRange(min = 1, max = 9) int at, @ForAll @IntRange(min = 1, max = 9) int by) {
        char[] digits = RIGHT.toCharArray();
        digits[at] = (char) ('0' + (digits[at] - '0' + by) % 10);
        assertThat(valid(new String(digits))).isFalse();
    }

    private static boolean valid(String npi) {
        Text text = new Text(10);
        text.set(npi);
        return Npi.valid(text);
    }
}
