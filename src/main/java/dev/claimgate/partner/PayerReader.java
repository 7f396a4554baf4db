package dev.claimgate.partner;

import dev.claimgate.config.Settings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one entry of {@code conf/payers.yaml}; faults go to the settings' collector. */
final class PayerReader {
    static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    static final String ID_RIGHT = "2 to 40 of a-z, 0-9 and -";
    private static final Pattern NAME = Pattern.compile(".{1,60}");
    private static final Pattern CODE = Pattern.compile("[!-~]{2,80}");
    private static final Pattern QUALIFIER = Pattern.compile("PI|XV");
    private static final Pattern BUSINESS = Pattern.compile("[A-Z0-9]{1,2}");
    private static final Pattern USAGE = Pattern.compile("[PT]");
    private static final Pattern VERSION = Pattern.compile("005010X222(A1|A2)?");
    private static final Pattern GROUP_ID = Pattern.compile("[!-~](?:[ -~]{0,13}[!-~])");
    private static final Pattern DIALECT = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private static final int PUSH_SECRET_MIN = 16;
    private final Settings entry;
    private final Secrets secrets;
    private final EditProfiles profiles;

    PayerReader(Settings entry, Secrets secrets, EditProfiles profiles) {
        this.entry = entry;
        this.secrets = secrets;
        this.profiles = profiles;
    }

    Payer read() {
        Payer payer = new Payer(entry.text("id", ID, ID_RIGHT), entry.text("name", NAME, "1 to 60 characters"), selector(),
                new PayerAddressReader(entry, secrets).read(), envelope(), limits(), breaker(entry.section("breaker")),
                retry(entry.section("retry")), SendingWindowsReader.read(entry), expected(entry.section("expect")),
                entry.millis("replyPollMillis", 500, 100, 3_600_000),
                entry.text("replies", Payer.X12, DIALECT, "x12 or the name of a dialect"), pushSecret(), profiles.of(entry));
        entry.done();
        return payer;
    }

    /** As long as a made API key has to be: it opens a door from outside. */
    private Optional<Secret> pushSecret() {
        Optional<Secret> secret = secrets.read(entry, "pushSecret");
        if (secret.isPresent() && secret.get().value().length() < PUSH_SECRET_MIN) {
            entry.fault("pushSecret", "refers to a secret that is too short, must have " + PUSH_SECRET_MIN
                    + " characters or more");
        }
        return secret;
    }

    private PayerSelector selector() {
        List<String> own = entry.texts("payerIds", CODE, "2 to 80 characters without blanks");
        List<String> aliases = entry.texts("aliases", CODE, "2 to 80 characters without blanks");
        return new PayerSelector(Stream.concat(own.stream(), aliases.stream()).toList(),
                set("qualifiers", QUALIFIER, "PI or XV", PayerSelector.ANY_QUALIFIER),
                set("linesOfBusiness", BUSINESS, "a value of SBR09, such as CI", Set.of()),
                set("usages", USAGE, "P or T", PayerSelector.ANY_USAGE));
    }

    private Set<String> set(String key, Pattern shape, String right, Set<String> byDefault) {
        Set<String> texts = new LinkedHashSet<>(entry.texts(key, shape, right));
        return texts.isEmpty() ? byDefault : texts;
    }

    private PayerEnvelope envelope() {
        Settings sender = entry.section("sender");
        Settings receiver = entry.section("receiver");
        String groupSender = sender.text("group", "", GROUP_ID, "2 to 15 characters (GS02)");
        String groupReceiver = receiver.text("group", "", GROUP_ID, "2 to 15 characters (GS03)");
        InterchangeId from = InterchangeIds.read(sender);
        InterchangeId to = InterchangeIds.read(receiver);
        return new PayerEnvelope(from, to, groupSender.isEmpty() ? from.id() : groupSender,
                groupReceiver.isEmpty() ? to.id() : groupReceiver,
                entry.text("version", PayerEnvelope.VERSION, VERSION, "005010X222, 005010X222A1 or 005010X222A2"));
    }

    private PayerLimits limits() {
        Settings rate = entry.section("rate");
        int claims = entry.integer("claimsPerInterchangeMax", 5000, 1, 5000);
        PayerLimits limits = new PayerLimits(claims, entry.integer("claimsPerSetMax", claims, 1, 5000),
                entry.integer("probeClaimsMax", 1, 1, 5000), entry.seconds("timeoutSeconds", 10, 1, 600),
                entry.integer("callsMax", 4, 1, 64), rate.integer("calls", 1000, 1, 1_000_000),
                rate.millis("periodMillis", 1000, 10, 86_400_000));
        rate.done();
        return limits;
    }

    private static BreakerPolicy breaker(Settings settings) {
        BreakerPolicy policy = new BreakerPolicy(
                settings.integer("failureRatePercent", 50, 1, 100),
                settings.integer("window", 10, 1, 1000),
                settings.integer("callsMin", 3, 1, 1000),
                settings.millis("openMillis", 3000, 100, 3_600_000),
                settings.integer("probes", 1, 1, 100));
        if (policy.callsMin() > policy.window()) {
            settings.fault("callsMin", "is " + policy.callsMin() + ", must be at most window, " + policy.window());
        }
        settings.done();
        return policy;
    }

    private static RetryPolicy retry(Settings settings) {
        RetryPolicy policy = new RetryPolicy(
                settings.millis("firstMillis", 500, 10, 3_600_000),
                settings.decimal("factor", 2, 1, 10),
                settings.millis("maxMillis", 30_000, 10, 86_400_000),
                settings.integer("jitterPercent", 20, 0, 100));
        if (policy.max().compareTo(policy.first()) < 0) {
            settings.fault("maxMillis", "is " + policy.max().toMillis() + ", must be at least firstMillis, "
                    + policy.first().toMillis());
        }
        settings.done();
        return policy;
    }

    private static ExpectedAnswers expected(Settings settings) {
        ExpectedAnswers byDefault = ExpectedAnswers.DEFAULT;
        ExpectedAnswers expected = new ExpectedAnswers(
                settings.oneOf("ta1", ExpectedAnswers.Ta1.class, byDefault.ta1()),
                settings.seconds("ta1Seconds", (int) byDefault.envelope().toSeconds(), 0, 31_536_000),
                settings.seconds("syntaxSeconds", (int) byDefault.syntax().toSeconds(), 0, 31_536_000),
                settings.seconds("claimsSeconds", (int) byDefault.claims().toSeconds(), 0, 31_536_000));
        settings.done();
        return expected;
    }
}
