package dev.claimgate.pipeline;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ClaimHistory;
import dev.claimgate.claim.ClaimsAhead;
import dev.claimgate.claim.ComingClaim;
import dev.claimgate.claim.EarlierClaim;
import dev.claimgate.claim.HistoryLimits;
import dev.claimgate.claim.PatientIdentity;
import dev.claimgate.claim.StandingClaims;
import dev.claimgate.store.ClaimBatch;
import dev.claimgate.store.KnownClaim;
import dev.claimgate.store.SubmissionWork;
import dev.claimgate.validation.FileClaims;
import dev.claimgate.validation.ReportListener;
import io.vertx.core.Future;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Which claims came before those of a file. The engine reads a file once and judges each claim as it ends; so that no claim
 * needs a statement of its own, a quick look runs one piece ahead and tells whose claims come, and one statement fetches what
 * is known of all of them. It sees what other files committed and what this file wrote before; claims of this file that are
 * not written yet are held here. When the file is judged again after a crash, nothing of it is there. Two files that are judged
 * at the same time do not see each other: the one that was committed first came first for all that is looked up later.
 *
 * <p>One thread at a time, except {@link #fetch}.
 */
final class DatabaseHistory implements ClaimHistory {
    /** The engine's own limit may be lower; what it then does not read is asked for in vain. */
    private static final int SEGMENT_BYTES_MAX = 1_048_576;
    /** Two pieces of the shortest claims. */
    private static final int CLAIMS_MAX = 50_000;

    private final SubmissionWork work;
    private final HistoryLimits limits;
    private final ZoneId zone;
    private final FileClaims own;
    private final ClaimsAhead ahead = new ClaimsAhead(SEGMENT_BYTES_MAX);
    /** Each patient is asked for when he is seen ahead and when his claim is kept; a keyed hash is dear. */
    private final Map<String, Long> keys = new HashMap<>();
    private ToLongFunction<String> hash;
    private Found found = Found.NOTHING;

    /** @param zone in which days of receipt are told */
    DatabaseHistory(SubmissionWork work, HistoryLimits limits, ZoneId zone) {
        this.work = work;
        this.limits = limits;
        this.zone = zone;
        this.own = new FileClaims(work.receivedAt().atZone(zone).toLocalDate(), CLAIMS_MAX);
    }

    /**
     * What is to be known of the claims that end in a piece.
     *
     * @param since           by patient key the first service day that matters
     * @param numbers         CLM01 of claims that correct others
     * @param originalNumbers their REF*F8
     */
    record Wanted(Map<Long, Integer> since, Set<String> numbers, Set<String> originalNumbers) {
    }

    /** What is known of them, each list oldest first. */
    record Found(Map<Long, List<EarlierClaim>> byPatient, List<KnownClaim> numbered) {
        static final Found NOTHING = new Found(Map.of(), List.of());
    }

    /** Hears the verdicts before all others. */
    ReportListener listener() {
        return own;
    }

    /** Looks into the next piece of the file. */
    Wanted ahead(byte[] piece) {
        Wanted wanted = new Wanted(new HashMap<>(), new HashSet<>(), new HashSet<>());
        if (limits.days() > 0) {
            ahead.feed(piece, 0, piece.length).forEach(claim -> want(claim, wanted));
        }
        return wanted;
    }

    private void want(ComingClaim claim, Wanted wanted) {
        if (!claim.identity().isEmpty()) {
            wanted.since.merge(key(claim.identity()), limits.since(claim.serviceFrom()), Math::min);
        }
        if (claim.corrects()) {
            wanted.numbers.add(claim.patientControlNumber());
            if (!claim.originalNumber().isEmpty()) {
                wanted.originalNumbers.add(claim.originalNumber());
            }
        }
    }

    private long key(String identity) {
        if (hash == null) {
            hash = work.patientKeys();
        }
        if (keys.size() == CLAIMS_MAX) {
            keys.clear();
        }
        return keys.computeIfAbsent(identity, hash::applyAsLong);
    }

    /** One statement for all patients of a piece, another one if claims in it correct others. May be called on any thread. */
    Future<Found> fetch(Wanted wanted) {
        Future<List<KnownClaim>> patients = wanted.since.isEmpty() ? Future.succeededFuture(List.of())
                : work.ofPatients(wanted.since, limits.claimsMax(), zone);
        Future<List<KnownClaim>> numbered = wanted.numbers.isEmpty() ? Future.succeededFuture(List.of())
                : work.numbered(wanted.numbers, wanted.originalNumbers, zone);
        return Future.join(patients, numbered).map(both -> found(patients.result(), numbered.result()));
    }

    private static Found found(List<KnownClaim> patients, List<KnownClaim> numbered) {
        Map<Long, List<EarlierClaim>> byPatient = new HashMap<>();
        patients.forEach(known ->
                byPatient.computeIfAbsent(known.patientKey(), key -> new ArrayList<>()).add(known.claim()));
        return new Found(byPatient, numbered);
    }

    /** The piece begins of which this is known. */
    void begin(Found known) {
        found = known;
        own.nextPiece();
    }

    /** What is kept of the claim that was accepted last. */
    ClaimBatch.Kept kept() {
        if (limits.days() == 0) {
            return ClaimBatch.Kept.NOTHING;
        }
        String identity = own.lastIdentity();
        return new ClaimBatch.Kept(identity.isEmpty() ? null : key(identity), own.last());
    }

    @Override
    public List<EarlierClaim> before(Claim claim) {
        String identity = limits.days() == 0 ? "" : PatientIdentity.of(own.usage(), claim);
        return identity.isEmpty() ? List.of() : StandingClaims.before(claim, ofPatient(identity), limits);
    }

    private List<EarlierClaim> ofPatient(String identity) {
        List<EarlierClaim> here = own.of(identity);
        if (found.byPatient.isEmpty()) {
            return here;
        }
        List<EarlierClaim> stored = found.byPatient.getOrDefault(key(identity), List.of());
        return here.isEmpty() ? stored : Stream.concat(stored.stream(), here.stream()).toList();
    }

    @Override
    public boolean lacksOriginal(Claim claim) {
        if (limits.days() == 0 || !StandingClaims.corrects(claim)) {
            return false;
        }
        List<EarlierClaim> known = new ArrayList<>();
        found.numbered.stream().filter(each -> each.usage().equals(own.usage())).map(KnownClaim::claim).forEach(known::add);
        known.addAll(ofPatient(PatientIdentity.of(own.usage(), claim)));
        known.addAll(own.numbered(claim.patientControlNumber().toString()));
        return !StandingClaims.holdOriginal(claim, known);
    }

    @Override
    public HistoryLimits limits() {
        return limits;
    }
}
