package dev.claimgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void shouldHoldTheMembersOfAProblemDetail() {
        assertThat(new Problem(413, "File too large", "must be at most 10 bytes").toJson().encode()).isEqualTo(
                "{\"type\":\"about:blank\",\"title\":\"File too large\",\"status\":413,\"detail\":\"must be at most 10 bytes\"}");
    }

    @Test
    void shouldRefuseAStatusThatIsNoError() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Problem(200, "fine", "")).withMessageContaining("400..599");
    }
}
