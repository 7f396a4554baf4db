package dev.claimgate.store;

import dev.claimgate.reply.ClaimAnswer;
import dev.claimgate.reply.ClaimReport;
import dev.claimgate.reply.ClaimVerdict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds the claims that a 277CA means: by our number in REF*D9, else by CLM01 within the interchange that 2200B TRN02 names.
 * A rejected provider or set rejects the claims that are not named one by one.
 */
final class ClaimMatcher {
    private final List<ForwardedClaim> ofInterchange;
    private final Map<Long, ForwardedClaim> byId = new HashMap<>();
    private final Map<String, ForwardedClaim> byNumber = new HashMap<>();
    private final Map<Long, ClaimAnswer> answers = new TreeMap<>();
    private int unmatched;

    /**
     * @param ofInterchange claims of the interchange that the report names, empty if it is none of ours
     * @param named         further claims of this payer whose numbers it names
     */
    ClaimMatcher(List<ForwardedClaim> ofInterchange, List<ForwardedClaim> named) {
        this.ofInterchange = ofInterchange;
        named.forEach(claim -> byId.put(claim.id(), claim));
        Set<String> ambiguous = new HashSet<>();
        for (ForwardedClaim claim : ofInterchange) {
            byId.put(claim.id(), claim);
            if (byNumber.put(claim.patientControlNumber(), claim) != null) {
                ambiguous.add(claim.patientControlNumber());
            }
        }
        byNumber.keySet().removeAll(ambiguous);
    }

    /** The answers by claim id, ids ascending. */
    Map<Long, ClaimAnswer> match(ClaimReport report) {
        for (ClaimAnswer answer : report.claims()) {
            Optional<ForwardedClaim> claim = claim(answer);
            claim.ifPresentOrElse(found -> answers.put(found.id(), answer), () -> unmatched++);
        }
        report.providers().stream().filter(provider -> !provider.verdict().accepted())
                .forEach(provider -> rejectOthers(provider.verdict(),
                        claim -> claim.billingNpi().equals(provider.providerId())));
        report.set().filter(verdict -> !verdict.accepted()).ifPresent(verdict -> rejectOthers(verdict, claim -> true));
        return answers;
    }

    ForwardedClaim claim(long id) {
        return byId.get(id);
    }

    /** Claims that the report names and nobody here knows. */
    int unmatched() {
        return unmatched;
    }

    /** A payer that mixes up numbers must not move somebody else's claim: CLM01 has to agree with REF*D9. */
    private Optional<ForwardedClaim> claim(ClaimAnswer answer) {
        Optional<Long> id = ourNumber(answer);
        ForwardedClaim claim = id.isPresent() ? byId.get(id.get()) : byNumber.get(answer.patientControlNumber());
        return Optional.ofNullable(claim)
                .filter(found -> found.patientControlNumber().equals(answer.patientControlNumber()));
    }

    /** REF*D9 as a claim id; empty if it was not sent or is no number of ours. */
    static Optional<Long> ourNumber(ClaimAnswer answer) {
        return answer.intermediaryNumber().matches("[0-9]{1,18}")
                ? Optional.of(Long.parseLong(answer.intermediaryNumber())) : Optional.empty();
    }

    private void rejectOthers(ClaimVerdict verdict, Predicate<ForwardedClaim> concerned) {
        ofInterchange.stream().filter(concerned).forEach(claim -> answers.computeIfAbsent(claim.id(),
                id -> new ClaimAnswer(claim.patientControlNumber(), "", "", verdict, List.of())));
    }
}
