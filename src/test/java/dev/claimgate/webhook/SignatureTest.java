package dev.claimgate.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final byte[] SECRET = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** printf '1700000000.{}' | openssl dgst -sha256 -hmac 0123456789abcdef */
    @Test
    void shouldSignTimeAndBodyAsOpensslDoes() {
        assertThat(Signature.of(SECRET, Instant.ofEpochSecond(1_700_000_000), "{}".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("t=1700000000,v1=e4f8e2ecae2295b2ddb2f0b5584c8275e226c0ebe9b3b819e70156bb67122e3e");
    }

    @Test
    void shouldSignAnotherTimeOrBodyInAnotherWay() {
        String signed = Signature.of(SECRET, Instant.ofEpochSecond(1), new byte[] {1});
        assertThat(Signature.of(SECRET, Instant.ofEpochSecond(2), new byte[] {1}).substring(4)).isNotEqualTo(signed.substring(4));
        assertThat(Signature.of(SECRET, Instant.ofEpochSecond(1), new byte[] {2})).isNotEqualTo(signed);
    }

    @Test
    void shouldWaitTwiceAsLongEachTimeUpToTheLongestWait() {
        WebhookSettings settings = WebhookSettings.usual();
        assertThat(settings.after(1, 0.5)).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.after(3, 0.5)).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.after(60, 0.5)).isEqualTo(Duration.ofHours(1));
        assertThat(settings.after(1, 0)).isEqualTo(Duration.ofSeconds(4));
    }
}
