package dev.claimgate.payer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.partner.RetryPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final RetryPolicy POLICY = new RetryPolicy(Duration.ofMillis(100), 2, Duration.ofSeconds(1), 20);

    @Test
    void shouldGrowUpToTheLimit() {
        Backoff middle = new Backoff(POLICY, () -> 0.5);

        assertThat(middle.after(1)).isEqualTo(Duration.ofMillis(100));
        assertThat(middle.after(3)).isEqualTo(Duration.ofMillis(400));
        assertThat(middle.after(5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(middle.after(1_000_000)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void shouldVaryByTheJitter() {
        assertThat(new Backoff(POLICY, () -> 0).after(1)).isEqualTo(Duration.ofMillis(80));
        assertThat(new Backoff(POLICY, () -> 0.999).after(1)).isEqualTo(Duration.ofMillis(120));
    }
}
