package dev.claimgate.partner;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * The names of files that go to a payer. A file that is sent again has the same name.
 *
 * @param pattern letters, digits and {@code ._-} around {@code {number}} (ISA13, nine digits, needed), {@code {sender}},
 *                {@code {receiver}}, {@code {date}} (yyyyMMdd), {@code {time}} (HHmmss) and {@code {usage}} (P or T)
 */
public record FileNames(String pattern) {
    public static final FileNames DEFAULT = new FileNames("{sender}-{date}-{number}.837");
    static final Pattern SHAPE = Pattern.compile(
            "(?=.{1,120}$)(?=.*\\{number\\})(?!\\.)"
            + "([A-Za-z0-9._-]|\\{(number|sender|receiver|date|time|usage)\\})+(?<!\\.tmp)");
    static final String RIGHT = "1 to 120 letters, digits, . _ - and {number}, {sender}, {receiver}, {date}, {time}, {usage},"
            + " with {number}";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    /** @param createdAt when the interchange was made, not when it is sent */
    public String of(PayerEnvelope envelope, int controlNumber, ZonedDateTime createdAt, String usage) {
        return pattern.replace("{number}", String.format("%09d", controlNumber))
                .replace("{sender}", safe(envelope.sender().id())).replace("{receiver}", safe(envelope.receiver().id()))
                .replace("{date}", DATE.format(createdAt)).replace("{time}", TIME.format(createdAt))
                .replace("{usage}", usage);
    }

    private static String safe(String id) {
        return id.replaceAll("[^A-Za-z0-9_-]", "_");
    }
}
