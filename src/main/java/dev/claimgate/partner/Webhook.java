package dev.claimgate.partner;

import dev.claimgate.config.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where a partner is told what happened to his files, or operators what is wrong with payers.
 *
 * @param url    called by POST
 * @param secret signs the calls
 * @param events of {@code verdict} and {@code payer-answer}, those he wants to hear of; {@code payer-alert} for operators
 */
public record Webhook(URI url, SecretReference secret, Set<String> events) {
    public static final String VERDICT = "verdict";
    public static final String PAYER_ANSWER = "payer-answer";
    public static final String PAYER_ALERT = "payer-alert";
    private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]+(/[A-Za-z0-9._~/?=&%-]*)?");
    private static final Pattern EVENT = Pattern.compile(VERDICT + "|" + PAYER_ANSWER);

    public Webhook {
        events = Set.copyOf(events);
    }

    /** Reads the section {@code webhook} of a partner's entry, empty if there is none; faults go to the settings' collector. */
    static Optional<Webhook> read(Settings entry, Path home) {
        if (!entry.keys().contains("webhook")) {
            entry.section("webhook");
            return Optional.empty();
        }
        Settings section = entry.section("webhook");
        String url = section.text("url", URL, "https://HOST/PATH");
        Optional<SecretReference> secret = SecretReference.read(section, "secret", home);
        Set<String> events = new TreeSet<>(section.texts("events", EVENT, VERDICT + " or " + PAYER_ANSWER));
        section.done();
        return url.isEmpty() ? Optional.empty() : secret.map(reference -> new Webhook(URI.create(url), reference,
                events.isEmpty() ? Set.of(VERDICT, PAYER_ANSWER) : events));
    }

    /** Reads the section {@code webhook} of {@code alerts} in {@code conf/gateway.yaml}, empty if there is none. */
    public static Optional<Webhook> ofOperators(Settings alerts, Path home) {
        boolean wanted = alerts.keys().contains("webhook");
        Settings section = alerts.section("webhook");
        if (!wanted) {
            return Optional.empty();
        }
        String url = section.text("url", URL, "https://HOST/PATH");
        Optional<SecretReference> secret = SecretReference.read(section, "secret", home);
        section.done();
        return url.isEmpty() ? Optional.empty()
                : secret.map(reference -> new Webhook(URI.create(url), reference, Set.of(PAYER_ALERT)));
    }

    /** Whether he wants to hear of it. */
    public boolean wants(String event) {
        return events.contains(event);
    }
}
