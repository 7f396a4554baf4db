package dev.claimgate.edit;

import java.util.Set;

/**
 * An edit over a claim and the claims of its patient that were accepted before. Passed over where there are none, which is so
 * for most claims, and in checks that know no history.
 */
abstract class HistoryEdit extends ClaimEdit {
    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.EARLIER_CLAIMS);
    }
}
