package dev.claimgate.partner;

import dev.claimgate.config.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All payers and the routes to them. Immutable. */
public final class PayerDirectory {
    private final List<Payer> payers;
    private final Unrouted unrouted;
    /** By payer id in the claim; those that take only some lines of business first. */
    private final Map<String, List<Payer>> byCode = new HashMap<>();

    /** Claims that none of these takes wait. */
    public PayerDirectory(List<Payer> payers) {
        this(payers, Unrouted.WAITS);
    }

    /** @param unrouted what becomes of claims that no payer takes */
    public PayerDirectory(List<Payer> payers, Unrouted unrouted) {
        this.payers = List.copyOf(payers);
        this.unrouted = unrouted;
        for (Payer payer : payers) {
            for (String code : new HashSet<>(payer.payerIds())) {
                byCode.computeIfAbsent(code, c -> new ArrayList<>()).add(payer);
            }
        }
        byCode.values().forEach(list -> list.sort(Comparator.comparing(payer -> !payer.selector().special())));
    }

    /**
     * Reads {@code conf/payers.yaml}; faults go to the settings' collector.
     *
     * @param dialects    names of the dialects that a payer may answer in
     * @param environment where {@code env:NAME} is looked up
     * @param home        where relative paths start
     */
    public static PayerDirectory read(Settings file, Set<String> dialects, Map<String, String> environment, Path home) {
        List<Payer> payers = new ArrayList<>();
        Secrets secrets = new Secrets(environment, home);
        EditProfiles profiles = EditProfiles.read(file);
        for (Settings entry : file.sections("payers")) {
            Payer payer = new PayerReader(entry, secrets, profiles).read();
            checkDialect(entry, payer, dialects);
            checkUnique(entry, payer, payers);
            payers.add(payer);
        }
        Settings rest = file.section("unrouted");
        Unrouted unrouted = Unrouted.read(rest);
        unrouted.payerId().filter(id -> payers.stream().noneMatch(payer -> payer.id().equals(id)))
                .ifPresent(id -> rest.fault("payer", "is \"" + id + "\", must be the id of a payer in this file"));
        file.done();
        return new PayerDirectory(payers, unrouted);
    }

    private static void checkDialect(Settings entry, Payer payer, Set<String> dialects) {
        if (!payer.replies().equals(Payer.X12) && !dialects.contains(payer.replies())) {
            entry.fault("replies", "is \"" + payer.replies() + "\", must be x12 or a folder of edi-specs/dialects"
                    + (dialects.isEmpty() ? "" : ": " + String.join(", ", new TreeSet<>(dialects))));
        }
    }

    private static void checkUnique(Settings entry, Payer payer, List<Payer> before) {
        if (before.stream().anyMatch(other -> other.id().equals(payer.id()))) {
            entry.fault("id", "is \"" + payer.id() + "\" again, must be unique");
        }
        Set<String> own = new HashSet<>();
        for (String code : payer.payerIds()) {
            if (!own.add(code) || before.stream().anyMatch(other -> payer.selector().rivals(other.selector(), code))) {
                entry.fault("payerIds", "holds \"" + code + "\" again, must name one payer only, or differ in"
                        + " linesOfBusiness, qualifiers or usages");
            }
        }
    }

    /** The payer that takes a claim; the default payer if no other does; empty if there is none. */
    public Optional<Payer> route(Destination claim) {
        return byCode.getOrDefault(claim.code(), List.of()).stream().filter(payer -> payer.selector().takes(claim)).findFirst()
                .or(() -> unrouted.payerId().flatMap(this::byId));
    }

    /** The 277CA status by which a claim is rejected because no payer takes it; empty if it is not. */
    public Optional<String> refusal(Destination claim) {
        return unrouted.status().filter(status -> route(claim).isEmpty());
    }

    /** What becomes of claims that no payer takes. */
    public Unrouted unrouted() {
        return unrouted;
    }

    public Optional<Payer> byId(String id) {
        return payers.stream().filter(payer -> payer.id().equals(id)).findFirst();
    }

    /** In the order of the file. */
    public List<Payer> all() {
        return payers;
    }
}
