package dev.claimgate.partner;

import dev.claimgate.config.Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** All payers, found by the code a claim names them with. Immutable. */
public final class PayerDirectory {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    private static final Pattern NAME = Pattern.compile(".{1,60}");
    private static final Pattern CODE = Pattern.compile("[!-~]{2,80}");
    private static final Pattern DIALECT = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]+(/[A-Za-z0-9._~/-]*)?");

    private final List<Payer> payers;
    private final Map<String, Payer> byCode = new HashMap<>();

    public PayerDirectory(List<Payer> payers) {
        this.payers = List.copyOf(payers);
        for (Payer payer : payers) {
            for (String code : payer.payerIds()) {
                byCode.put(code, payer);
            }
        }
    }

    /**
     * Reads {@code conf/payers.yaml}; faults go to the settings' collector.
     *
     * @param dialects names of the dialects that a payer may answer in
     */
    public static PayerDirectory read(Settings file, Set<String> dialects) {
        List<Payer> payers = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (Settings entry : file.sections("payers")) {
            Payer payer = payer(entry);
            if (!payer.replies().equals(Payer.X12) && !dialects.contains(payer.replies())) {
                entry.fault("replies", "is \"" + payer.replies() + "\", must be x12 or a folder of edi-specs/dialects"
                        + (dialects.isEmpty() ? "" : ": " + String.join(", ", new TreeSet<>(dialects))));
            }
            payers.add(payer);
            if (!ids.add(payer.id())) {
                entry.fault("id", "is \"" + payer.id() + "\" again, must be unique");
            }
            for (String code : payer.payerIds()) {
                if (!codes.add(code)) {
                    entry.fault("payerIds", "holds \"" + code + "\" again, must name one payer only");
                }
            }
        }
        file.done();
        return new PayerDirectory(payers);
    }

    /** @param code loop 2010BB NM109 */
    public Optional<Payer> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public Optional<Payer> byId(String id) {
        return payers.stream().filter(payer -> payer.id().equals(id)).findFirst();
    }

    /** In the order of the file. */
    public List<Payer> all() {
        return payers;
    }

    private static Payer payer(Settings entry) {
        Payer payer = new Payer(
                entry.text("id", ID, "2 to 40 of a-z, 0-9 and -"),
                entry.text("name", NAME, "1 to 60 characters"),
                entry.texts("payerIds", CODE, "2 to 80 characters without blanks"),
                URI.create(entry.text("url", URL, "http://HOST:PORT or https://HOST:PORT")),
                InterchangeIds.read(entry.section("sender")),
                InterchangeIds.read(entry.section("receiver")),
                entry.integer("claimsPerInterchangeMax", 5000, 1, 5000),
                entry.seconds("timeoutSeconds", 10, 1, 600),
                breaker(entry.section("breaker")),
                retry(entry.section("retry")),
                entry.millis("replyPollMillis", 500, 100, 3_600_000),
                entry.text("replies", Payer.X12, DIALECT, "x12 or the name of a dialect"));
        entry.done();
        return payer;
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
}
