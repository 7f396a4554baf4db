package dev.claimgate.webhook;

import dev.claimgate.config.Settings;
import java.time.Duration;

/**
 * How webhooks are called.
 *
 * @param timeout  a call takes no longer
 * @param callsMax calls at the same time, of which at most two to one partner
 * @param first    wait before the second attempt; then twice as long each time
 * @param max      longest wait between attempts
 * @param keep     a call that could not be delivered for so long is given up
 * @param poll     how often new calls are looked for
 */
public record WebhookSettings(Duration timeout, int callsMax, Duration first, Duration max, Duration keep, Duration poll) {
    /** 10 s, 8 calls, 5 s to 1 h, 72 h, 1 s. */
    public static WebhookSettings usual() {
        return new WebhookSettings(Duration.ofSeconds(10), 8, Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofHours(72),
                Duration.ofSeconds(1));
    }

    /** Reads the section {@code webhooks} of {@code conf/gateway.yaml}; faults go to the settings' collector. */
    public static WebhookSettings read(Settings section) {
        WebhookSettings settings = new WebhookSettings(section.seconds("timeoutSeconds", 10, 1, 120),
                section.integer("callsMax", 8, 1, 1000),
                section.millis("firstMillis", 5000, 10, 3_600_000),
                section.millis("maxMillis", 3_600_000, 10, 86_400_000),
                Duration.ofHours(section.integer("keepHours", 72, 1, 8760)),
                section.millis("pollMillis", 1000, 10, 60_000));
        section.done();
        return settings;
    }

    /** The wait after failed attempt {@code attempt}, 1 the first; {@code random} from 0 to 1 spreads it by a fifth. */
    Duration after(int attempt, double random) {
        double millis = Math.min(first.toMillis() * Math.pow(2, attempt - 1.0), max.toMillis());
        return Duration.ofMillis(Math.round(millis * (0.8 + 0.4 * random)));
    }
}
