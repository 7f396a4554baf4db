package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ClaimHistory;
import dev.claimgate.claim.EarlierClaim;
import dev.claimgate.claim.EarlierLine;
import dev.claimgate.claim.ProviderNpi;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.Days;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What earlier claims tell for one claim. A claim that is the same as this one is told as its duplicate and counts for nothing
 * else: one fault gives one finding.
 */
final class EarlierServices {
    static final EarlierServices NONE = new EarlierServices(Optional.empty(), List.of());

    private final Optional<EarlierClaim> duplicate;
    private final List<Service> services;

    private EarlierServices(Optional<EarlierClaim> duplicate, List<Service> services) {
        this.duplicate = duplicate;
        this.services = services;
    }

    /** A line of an earlier claim. */
    record Service(EarlierClaim claim, EarlierLine line) {
        boolean shares(ServiceLine other) {
            return line.dateFrom() <= other.dateTo() && other.dateFrom() <= line.dateTo();
        }

        /** How many days before the other line begins this one ended; 0 or less if they meet or it comes after. */
        int daysBefore(ServiceLine other) {
            boolean before = line.dateTo() < other.dateFrom() && Days.valid(line.dateTo()) && Days.valid(other.dateFrom());
            return before ? Days.count(line.dateTo(), other.dateFrom()) - 1 : 0;
        }

        boolean hasAny(long[] modifiers) {
            for (long modifier : modifiers) {
                if (line.modifiers().contains(modifier)) {
                    return true;
                }
            }
            return false;
        }

        /** As the texts of findings name it: {@code 11102 of claim NS-1, received on 2026-01-31}. */
        String shown() {
            return Shown.code(line.procedure()) + " of claim " + claim.patientControlNumber() + ", received on "
                    + Days.text(claim.receivedOn());
        }
    }

    static EarlierServices of(Claim claim, ClaimHistory history, int receivedOn) {
        List<EarlierClaim> before = history.before(claim);
        if (before.isEmpty()) {
            return NONE;
        }
        Optional<EarlierClaim> duplicate = Optional.empty();
        List<Service> services = new ArrayList<>();
        for (EarlierClaim earlier : before) {
            if (SameClaim.same(claim, earlier)) {
                duplicate = history.limits().duplicate(earlier.receivedOn(), receivedOn) ? Optional.of(earlier) : duplicate;
            } else {
                earlier.lines().forEach(line -> services.add(new Service(earlier, line)));
            }
        }
        return new EarlierServices(duplicate, services);
    }

    boolean isEmpty() {
        return duplicate.isEmpty() && services.isEmpty();
    }

    /** The last claim before that is the same, within the days that the configuration sets. */
    Optional<EarlierClaim> duplicate() {
        return duplicate;
    }

    /** What the provider of this line rendered before, oldest first; nothing if he has no NPI. */
    List<Service> ofProvider(Claim claim, ServiceLine line) {
        long npi = services.isEmpty() ? 0 : ProviderNpi.of(claim, line);
        return npi == 0 ? List.of() : services.stream().filter(service -> service.line().providerNpi() == npi).toList();
    }
}
