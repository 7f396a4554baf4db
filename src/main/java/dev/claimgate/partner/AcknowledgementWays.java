package dev.claimgate.partner;

import dev.claimgate.ack.AcknowledgementKind;
import dev.claimgate.config.Settings;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which acknowledgements a partner wants in which way. All are written and kept in any case; here stands what each way shows.
 *
 * @param kinds  by way, the labels of {@link AcknowledgementKind}: {@code TA1}, {@code 999}, {@code 277CA}
 * @param outbox of which of his files they lie in {@code /outbox}
 */
public record AcknowledgementWays(Map<DeliveryWay, Set<String>> kinds, Outbox outbox) {
    private static final Set<String> EVERY_KIND = Arrays.stream(AcknowledgementKind.values())
            .map(AcknowledgementKind::label).collect(Collectors.toUnmodifiableSet());
    private static final Pattern KIND = Pattern.compile("TA1|999|277CA");

    /** All kinds in every way. */
    public static final AcknowledgementWays ALL = new AcknowledgementWays(Arrays.stream(DeliveryWay.values())
            .collect(Collectors.toMap(way -> way, way -> EVERY_KIND)), Outbox.SFTP);

    /** Whose answers lie in {@code /outbox}: files that came by SFTP, or files that came in any way. */
    public enum Outbox { SFTP, ALL }

    public AcknowledgementWays {
        kinds = Map.copyOf(kinds);
    }

    /** Reads the section {@code acknowledgements} of a partner's entry; faults go to the settings' collector. */
    static AcknowledgementWays read(Settings section) {
        Map<DeliveryWay, Set<String>> kinds = new EnumMap<>(DeliveryWay.class);
        for (DeliveryWay way : DeliveryWay.values()) {
            String key = way.name().toLowerCase(Locale.ROOT);
            List<String> wanted = section.texts(key, KIND, "TA1, \"999\" or 277CA");
            kinds.put(way, section.keys().contains(key) ? new TreeSet<>(wanted) : EVERY_KIND);
        }
        Outbox outbox = section.oneOf("outbox", Outbox.class, Outbox.SFTP);
        section.done();
        if (kinds.get(DeliveryWay.MAILBOX).isEmpty() && kinds.get(DeliveryWay.SFTP).isEmpty()
                && kinds.get(DeliveryWay.ANSWER).isEmpty()) {
            section.fault("mailbox", "is empty as answer and sftp are, one of them must name a kind or nothing can be read");
        }
        return new AcknowledgementWays(kinds, outbox);
    }

    /**
     * What lies in mailbox and folder: the kinds wanted there, and what senders of other formats find beside them, the
     * {@code 837P} that was made of their file, or a {@code REPORT} of why none was.
     */
    public Set<String> files() {
        Set<String> files = new TreeSet<>(of(DeliveryWay.SFTP));
        files.add("837P");
        files.add("REPORT");
        return files;
    }

    /** The labels of the kinds wanted in this way. */
    public Set<String> of(DeliveryWay way) {
        return kinds.getOrDefault(way, Set.of());
    }
}
