package dev.claimgate.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.web.Problem;
import org.junit.jupiter.api.Test;

class StreamSlotsTest {
    private final StreamSlots slots = new StreamSlots(3, 2);

    @Test
    void shouldTurnAwayAPartnerWhoHasHisShareAndLetAnotherIn() {
        assertThat(slots.take("north")).isEmpty();
        assertThat(slots.take("north")).isEmpty();
        assertThat(slots.take("north")).map(Problem::status).hasValue(429);
        assertThat(slots.take("lake")).isEmpty();
        assertThat(slots.take("lake")).map(Problem::status).hasValue(503);
        assertThat(slots.taken()).isEqualTo(3);
    }

    @Test
    void shouldTakeAgainWhatWasGivenBack() {
        slots.take("north");
        slots.take("north");
        slots.giveBack("north");
        assertThat(slots.take("north")).isEmpty();
        assertThat(slots.taken()).isEqualTo(2);
    }
}
