package dev.claimgate.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UploadSlotsTest {
    @Test
    void shouldLetAPartnerAtHisLimitWaitAndAnotherPass() {
        UploadSlots slots = new UploadSlots(2, 1);
        UploadSlots.Slot first = slots.take("north");
        UploadSlots.Slot second = slots.take("north");
        UploadSlots.Slot other = slots.take("lake");
        assertThat(first.turn().isComplete()).isTrue();
        assertThat(second.turn().isComplete()).isFalse();
        assertThat(other.turn().isComplete()).isTrue();

        first.giveBack();
        first.giveBack();

        assertThat(second.turn().isComplete()).isTrue();
        assertThat(slots.take("east").turn().isComplete()).as("given back once only").isFalse();
    }

    @Test
    void shouldServeWhoHoldsFewestFirst() {
        UploadSlots slots = new UploadSlots(2, 2);
        UploadSlots.Slot first = slots.take("north");
        slots.take("north");
        UploadSlots.Slot third = slots.take("north");
        UploadSlots.Slot other = slots.take("lake");
        first.giveBack();
        assertThat(other.turn().isComplete()).isTrue();
        assertThat(third.turn().isComplete()).isFalse();
    }

    @Test
    void shouldForgetWhoGaveUpWaiting() {
        UploadSlots slots = new UploadSlots(1, 1);
        UploadSlots.Slot first = slots.take("north");
        UploadSlots.Slot gone = slots.take("lake");
        UploadSlots.Slot next = slots.take("east");
        gone.giveBack();
        first.giveBack();
        assertThat(gone.turn().isComplete()).isFalse();
        assertThat(next.turn().isComplete()).isTrue();
    }
}
