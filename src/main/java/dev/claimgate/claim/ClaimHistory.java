package dev.claimgate.claim;

import java.util.List;

/** Claims accepted before the one at hand, of the same sender. */
public interface ClaimHistory {
    /** Nothing is known of earlier claims. */
    ClaimHistory NONE = new ClaimHistory() {
        @Override
        public List<EarlierClaim> before(Claim claim) {
            return List.of();
        }

        @Override
        public boolean lacksOriginal(Claim claim) {
            return false;
        }

        @Override
        public HistoryLimits limits() {
            return HistoryLimits.NONE;
        }
    };

    /**
     * Earlier accepted claims of the patient of this one that still stand, oldest first; as far back as {@link #limits} say.
     * What a later claim, or this one, replaced or voided does not stand.
     */
    List<EarlierClaim> before(Claim claim);

    /** Whether this claim replaces or voids another (CLM05-3 is 7 or 8) that should be known here and is not. */
    boolean lacksOriginal(Claim claim);

    /** How far back it reaches. */
    HistoryLimits limits();
}
