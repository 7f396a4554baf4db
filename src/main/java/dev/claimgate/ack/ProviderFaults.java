package dev.claimgate.ack;

import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.ClaimStatus;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a billing provider is rejected as a whole: each of its claims was, for the provider and nothing else. A claim that
 * has a fault of its own beside, or that was not looked into for one of structure, is answered by itself, and then all are.
 */
final class ProviderFaults {
    /** Where the billing provider is told of; it is the same there for all its claims. */
    private static final Set<String> LOOPS = Set.of("2000A", "2010AA");

    private final Set<List<ClaimStatus>> statuses = new LinkedHashSet<>();
    private boolean alone = true;

    void clear() {
        statuses.clear();
        alone = true;
    }

    void add(List<ClaimFinding> findings, boolean accepted) {
        boolean rejects = false;
        for (int i = 0; alone && !accepted && i < findings.size(); i++) {
            ClaimFinding finding = findings.get(i);
            if (finding.rejects()) {
                rejects = true;
                alone = finding.line() == 0 && LOOPS.contains(finding.loop());
                statuses.add(finding.statuses());
            }
        }
        alone &= rejects;
    }

    boolean rejectProvider() {
        return alone && !statuses.isEmpty();
    }

    /** One STC for each. */
    Set<List<ClaimStatus>> statuses() {
        return statuses;
    }
}
