package dev.claimgate.intake.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StableFilesTest {
    private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");

    private final StableFiles stable = new StableFiles(Duration.ofSeconds(3));

    private static FoundFile file(String name, long byteCount) {
        return new FoundFile(name, byteCount, START);
    }

    private List<FoundFile> look(int second, FoundFile... found) {
        return stable.of(List.of(found), START.plusSeconds(second));
    }

    @Test
    void shouldTakeAFileThatStaysAsItIs() {
        assertThat(look(0, file("a.edi", 10))).isEmpty();
        assertThat(look(2, file("a.edi", 10))).isEmpty();
        assertThat(look(3, file("a.edi", 10))).containsExactly(file("a.edi", 10));
    }

    @Test
    void shouldWaitAnewWhenAFileGrowsOrWasAway() {
        look(0, file("a.edi", 10));
        assertThat(look(3, file("a.edi", 11))).isEmpty();
        assertThat(look(5, file("a.edi", 11))).isEmpty();
        assertThat(look(6, file("a.edi", 11))).hasSize(1);
        look(7);
        assertThat(look(8, file("a.edi", 11))).isEmpty();
    }

    @Test
    void shouldWaitForTheFinalName() {
        look(0, file("a.edi.part", 10));
        assertThat(look(60, file("a.edi.part", 10))).isEmpty();
        look(61, file("a.edi", 10));
        assertThat(look(64, file("a.edi", 10))).hasSize(1);
    }

    @Test
    void shouldLookAtLeastTwiceHoweverShortTheTime() {
        StableFiles atOnce = new StableFiles(Duration.ZERO);
        assertThat(atOnce.of(List.of(file("a.edi", 10)), START)).isEmpty();
        assertThat(atOnce.of(List.of(file("a.edi", 10)), START)).hasSize(1);
    }
}
