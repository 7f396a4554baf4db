package dev.claimgate.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Whatever is done to a claim file, the engine reads it to its end and gives one verdict on everything that can be named.
 * {@code -Dfuzz.seconds=300} goes on for longer.
 */
class FuzzedFilesTest {
    private static final int TRIES = 300;

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void shouldReadAnyBytesToTheirEnd(@ForAll long seed) {
        FuzzedFile file = FuzzedFile.bytes(new Random(seed));
        Verdict verdict = Verdict.on(file.bytes(), file.bytes().length + 1);
        assertThat(verdict.interchanges.size() + verdict.unreadable.size()).as(file.text()).isPositive();
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void shouldAnswerEachClaimOfAReadSetOnce(@ForAll long seed) {
        FuzzedFile file = FuzzedFile.segments(new Random(seed));
        Verdict verdict = Verdict.on(file.text());
        assertThat(verdict.interchanges).as(file.text()).hasSize(1);
        assertThat(verdict.groups).as(file.text()).hasSize(1);
        assertThat(verdict.sets).as(file.text()).hasSize(1);
        SetReport set = verdict.sets.get(0);
        assertThat(verdict.claims).as(file.text()).hasSize(set.claims());
        assertThat(verdict.claims.stream().filter(Verdict.JudgedClaim::accepted)).hasSize(set.claimsAccepted());
        if (set.code().accepts()) {
            assertThat(verdict.claims).extracting(Verdict.JudgedClaim::patientControlNumber).as(file.text())
                    .containsExactlyElementsOf(file.claims());
        }
        assertThat(set.code().accepts()).as(file.text()).isEqualTo(set.findings().isEmpty() && set.codes().isEmpty());
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void shouldGiveTheSameVerdictForAnyPieces(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int piece) {
        FuzzedFile file = seed % 2 == 0 ? FuzzedFile.bytes(new Random(seed)) : FuzzedFile.segments(new Random(seed));
        String whole = Verdict.on(file.bytes(), file.bytes().length + 1).toString();
        assertThat(Verdict.on(file.bytes(), piece)).as(file.text()).hasToString(whole);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void shouldGiveTheSameVerdictForOtherDelimiters(@ForAll long seed) {
        FuzzedFile file = FuzzedFile.segments(new Random(seed));
        String other = file.text().replace('*', '|').replace(':', '>').replace('^', '!').replace("~", "'\r\n");
        assertThat(plain(Verdict.on(other))).isEqualTo(plain(Verdict.on(file.text())));
    }

    @Test
    @EnabledIfSystemProperty(named = "fuzz.seconds", matches = "\\d+")
    void shouldStandALongerRun() {
        Random random = new Random(Long.getLong("fuzz.seed", 1));
        long end = System.nanoTime() + Duration.ofSeconds(Long.getLong("fuzz.seconds")).toNanos();
        while (System.nanoTime() < end) {
            long seed = random.nextLong();
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
                shouldReadAnyBytesToTheirEnd(seed);
                shouldAnswerEachClaimOfAReadSetOnce(seed);
                shouldGiveTheSameVerdictForAnyPieces(seed, 1 + (int) Math.floorMod(seed, 300L));
                shouldGiveTheSameVerdictForOtherDelimiters(seed);
            }, () -> "seed " + seed);
        }
    }

    /** Values received may hold delimiters, which differ. */
    private static List<String> plain(Verdict verdict) {
        List<String> lines = new ArrayList<>(verdict.toString().lines().toList());
        lines.replaceAll(line -> line.replace('|', '*').replace('>', ':').replace('!', '^'));
        return lines;
    }
}
