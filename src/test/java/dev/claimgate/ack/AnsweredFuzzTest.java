package dev.claimgate.ack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.validation.FuzzedFile;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Whatever a file holds, its answers are valid by their own guides. {@code -Dfuzz.seconds=300} goes on for longer. */
class AnsweredFuzzTest {
    private static final int TRIES = 300;

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void shouldWriteValidAnswersToAnySegments(@ForAll long seed) {
        check(FuzzedFile.segments(new Random(seed)));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void shouldWriteValidAnswersToAnyBytes(@ForAll long seed) {
        check(FuzzedFile.bytes(new Random(seed)));
    }

    @Test
    @EnabledIfSystemProperty(named = "fuzz.seconds", matches = "\\d+")
    void shouldStandALongerRun() {
        Random random = new Random(Long.getLong("fuzz.seed", 1));
        long end = System.nanoTime() + Duration.ofSeconds(Long.getLong("fuzz.seconds")).toNanos();
        while (System.nanoTime() < end) {
            long seed = random.nextLong();
            shouldWriteValidAnswersToAnySegments(seed);
            shouldWriteValidAnswersToAnyBytes(seed);
        }
    }

    private static void check(FuzzedFile file) {
        for (List<String> answer : Answers.to(file.text()).all()) {
            assertThat(GuideCheck.faults(answer)).as("%s%n%s", file.text(), String.join("\n", answer)).isEmpty();
        }
    }
}
