package dev.claimgate.validation;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ClaimHistory;
import dev.claimgate.claim.EarlierClaim;
import dev.claimgate.claim.HistoryLimits;
import dev.claimgate.claim.PatientIdentity;
import dev.claimgate.claim.StandingClaims;
import java.time.LocalDate;
import java.util.List;

/**
 * The history that one run over some files makes by itself: no claim but those accepted in it is known. Let its
 * {@link #listener} hear the verdicts.
 */
public final class RecentClaims implements ClaimHistory {
    /** Some 15 MB. */
    private static final int CLAIMS_MAX = 50_000;

    private final FileClaims claims;
    private final HistoryLimits limits;
    private final boolean complete;

    /** For files that follow others which nobody knows here: that an original is not known tells nothing. */
    public RecentClaims(LocalDate receivedOn, HistoryLimits limits) {
        this(receivedOn, limits, false);
    }

    private RecentClaims(LocalDate receivedOn, HistoryLimits limits, boolean complete) {
        this.claims = new FileClaims(receivedOn, CLAIMS_MAX);
        this.limits = limits;
        this.complete = complete;
    }

    /** For files before which their sender has sent nothing. */
    public static RecentClaims fromTheStart(LocalDate receivedOn, HistoryLimits limits) {
        return new RecentClaims(receivedOn, limits, true);
    }

    /** Takes the claims that are accepted. */
    public ReportListener listener() {
        return claims;
    }

    @Override
    public List<EarlierClaim> before(Claim claim) {
        String identity = limits.days() == 0 ? "" : PatientIdentity.of(claims.usage(), claim);
        return identity.isEmpty() ? List.of() : StandingClaims.before(claim, claims.of(identity), limits);
    }

    @Override
    public boolean lacksOriginal(Claim claim) {
        return complete && StandingClaims.corrects(claim)
                && !StandingClaims.holdOriginal(claim, claims.numbered(claim.patientControlNumber().toString()));
    }

    @Override
    public HistoryLimits limits() {
        return limits;
    }
}
