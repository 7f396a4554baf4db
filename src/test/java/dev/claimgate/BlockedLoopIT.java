package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BlockedLoopIT {
    @Test
    void shouldFailATestThatBlocksAnEventLoop() throws InterruptedException {
        TestVertx fixture = new TestVertx();
        fixture.beforeAll(null);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        fixture.get().runOnContext(v -> {
            try {
                never.await(600, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            done.countDown();
        });
        done.await();
        assertThatThrownBy(() -> fixture.afterEach(null))
                .isInstanceOf(AssertionError.class).hasMessageContaining("BlockedLoopIT");
        fixture.afterAll(null);
    }
}
