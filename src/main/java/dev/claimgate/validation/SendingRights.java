package dev.claimgate.validation;

import java.util.Set;

/**
 * What a sender may send. Each empty set allows anything.
 *
 * @param senders         as whom: ISA05 and ISA06 without padding, {@code ZZ:NORTHSIDE} (else TA1 006)
 * @param usages          of ISA15, {@code P} production or {@code T} test (else TA1 020)
 * @param billingNpis     for which billing providers, 2010AA NM109 (else the claim is rejected, A8:496:85)
 * @param repeatedBatches whether a batch may come under a BHT03 that was taken before (else its claims are rejected, A3:746)
 */
public record SendingRights(Set<String> senders, Set<String> usages, Set<String> billingNpis, boolean repeatedBatches) {
    public static final SendingRights ANY = new SendingRights(Set.of(), Set.of(), Set.of());

    public SendingRights {
        senders = Set.copyOf(senders);
        usages = Set.copyOf(usages);
        billingNpis = Set.copyOf(billingNpis);
    }

    /** For one who uses each batch number once. */
    public SendingRights(Set<String> senders, Set<String> usages, Set<String> billingNpis) {
        this(senders, usages, billingNpis, false);
    }

    /** Whether an interchange may come from this ISA05 and ISA06. */
    boolean takesSender(String qualifier, String id) {
        return senders.isEmpty() || senders.contains(qualifier + ":" + id.strip());
    }

    /** Whether an interchange may have this ISA15. */
    boolean takesUsage(String usage) {
        return usages.isEmpty() || usages.contains(usage);
    }
}
