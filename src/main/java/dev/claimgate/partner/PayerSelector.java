package dev.claimgate.partner;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Which claims a payer takes.
 *
 * @param payerIds        values of NM109 in loop 2010BB that mean it, its own first, then its aliases
 * @param qualifiers      values of NM108 beside them
 * @param linesOfBusiness values of SBR09; empty takes every one
 * @param usages          values of ISA15
 */
public record PayerSelector(List<String> payerIds, Set<String> qualifiers, Set<String> linesOfBusiness,
                            Set<String> usages) {
    public static final Set<String> ANY_QUALIFIER = Set.of("PI", "XV");
    public static final Set<String> ANY_USAGE = Set.of("P", "T");

    public PayerSelector {
        payerIds = List.copyOf(payerIds);
        qualifiers = Set.copyOf(qualifiers);
        linesOfBusiness = Set.copyOf(linesOfBusiness);
        usages = Set.copyOf(usages);
    }

    /** Takes every claim that names one of these payer ids. */
    public static PayerSelector of(String... payerIds) {
        return new PayerSelector(List.of(payerIds), ANY_QUALIFIER, Set.of(), ANY_USAGE);
    }

    /** A claim that is still being coded has no qualifier yet and any payer of that id may be meant. */
    boolean takes(Destination claim) {
        return payerIds.contains(claim.code()) && usages.contains(claim.usage())
                && (claim.qualifier().isEmpty() || qualifiers.contains(claim.qualifier()))
                && (linesOfBusiness.isEmpty() || linesOfBusiness.contains(claim.lineOfBusiness()));
    }

    /** Whether it takes only some lines of business and so goes before one that takes all. */
    boolean special() {
        return !linesOfBusiness.isEmpty();
    }

    /** Whether there are claims of {@code payerId} for which neither goes before the other. */
    boolean rivals(PayerSelector other, String payerId) {
        boolean business = special() ? meet(linesOfBusiness, other.linesOfBusiness) : true;
        return other.payerIds.contains(payerId) && special() == other.special() && business
                && meet(qualifiers, other.qualifiers) && meet(usages, other.usages);
    }

    private static boolean meet(Set<String> one, Set<String> other) {
        return !Collections.disjoint(one, other);
    }
}
