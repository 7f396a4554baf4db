package dev.claimgate.pipeline;

import dev.claimgate.config.Settings;
import java.time.Duration;

/**
 * Limits of the pipeline.
 *
 * @param slots             files validated at the same time, 1 to 64; each takes a worker thread and a database connection
 * @param poll              how often a free slot looks for work that no one told of, 10 ms to 60 s
 * @param attemptsMax       a file whose validation broke off this often is set aside as FAILED, 1 to 100
 * @param rest              how long a file rests after its validation broke off, 0 s to 1 h
 * @param summaryEntriesMax most interchanges, groups and sets each that a file's summary lists one by one, 1 to
 *                          100,000
 * @param smallBytesMax     a larger file never takes the last free slot, if there are several, so that small ones need not
 *                          wait for large ones; 0 to 2,147,483,647
 * @param stop              how long work under way may go on when the gateway stops, 0 s to 10 min
 */
public record PipelineSettings(int slots, Duration poll, int attemptsMax, Duration rest, int summaryEntriesMax,
                               long smallBytesMax, Duration stop) {
    public PipelineSettings {
        check(slots >= 1 && slots <= 64, "slots is " + slots + ", must be 1..64");
        check(poll.toMillis() >= 10 && poll.toMillis() <= 60_000, "poll is " + poll + ", must be PT0.01S..PT60S");
        check(attemptsMax >= 1 && attemptsMax <= 100, "attemptsMax is " + attemptsMax + ", must be 1..100");
        check(!rest.isNegative() && rest.toHours() <= 1, "rest is " + rest + ", must be PT0S..PT1H");
        check(summaryEntriesMax >= 1 && summaryEntriesMax <= 100_000,
                "summaryEntriesMax is " + summaryEntriesMax + ", must be 1..100000");
        check(smallBytesMax >= 0 && smallBytesMax <= Integer.MAX_VALUE,
                "smallBytesMax is " + smallBytesMax + ", must be 0..2147483647");
        check(!stop.isNegative() && stop.toMinutes() <= 10, "stop is " + stop + ", must be PT0S..PT10M");
    }

    /** Two slots and the usual limits. */
    public static PipelineSettings usual() {
        return new PipelineSettings(2, Duration.ofMillis(250), 5, Duration.ofSeconds(2), 1_000, 1 << 20,
                Duration.ofSeconds(20));
    }

    /** Reads section {@code pipeline}. */
    public static PipelineSettings read(Settings settings, Duration stop) {
        PipelineSettings pipeline = new PipelineSettings(settings.integer("slots", 2, 1, 64),
                settings.millis("pollMillis", 250, 10, 60_000),
                settings.integer("attemptsMax", 5, 1, 100),
                settings.millis("restMillis", 2000, 0, 3_600_000),
                settings.integer("summaryEntriesMax", 1000, 1, 100_000),
                settings.whole("smallBytesMax", 1_048_576, 0, Integer.MAX_VALUE),
                stop);
        settings.done();
        return pipeline;
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("pipeline." + message);
        }
    }
}
