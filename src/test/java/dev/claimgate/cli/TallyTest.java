package dev.claimgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.validation.FileValidator;
import dev.claimgate.validation.Interchange837;
import dev.claimgate.validation.InterchangeRegister;
import dev.claimgate.validation.Verdict;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {
    @Test
    void shouldCountACleanClaimAsAccepted() {
        Tally tally = tally(Interchange837.clean());
        assertThat(tally.allAccepted()).isTrue();
        assertThat(tally.claimsAccepted()).isEqualTo(1);
        assertThat(tally.chargeCentsAccepted()).isEqualTo(15_000);
    }

    @ParameterizedTest
    @CsvSource({"SE, SE*99*0001", "GE, GE*2*101", "IEA, IEA*1*000000999"})
    void shouldAcceptNothingOfWhatIsRejectedAround(String trailer, String by) {
        Tally tally = tally(Interchange837.clean().replace(trailer + "*", by));
        assertThat(tally.allAccepted()).isFalse();
        assertThat(tally.claims()).isEqualTo(1);
        assertThat(tally.claimsAccepted()).isZero();
        assertThat(tally.chargeCentsAccepted()).isZero();
    }

    private static Tally tally(Interchange837 file) {
        Tally tally = new Tally();
        FileValidator validator = new FileValidator(Verdict.rules(), InterchangeRegister.NONE, Verdict.RECEIVED_ON, tally);
        byte[] bytes = file.text().getBytes(StandardCharsets.ISO_8859_1);
        validator.feed(bytes, 0, bytes.length);
        validator.finish();
        return tally;
    }
}
