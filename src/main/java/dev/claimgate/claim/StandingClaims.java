package dev.claimgate.claim;

import dev.claimgate.x12.PackedText;
import java.util.ArrayList;
import java.util.List;

/**
 * Which accepted claims still stand. One that replaces (CLM05-3 is 7) or voids (8) another ends it: the other is found by the
 * payer's number of it (REF*F8) or, as payers seldom told theirs yet, by CLM01 and billing provider. 005010X222A1, 2300.
 */
public final class StandingClaims {
    private static final long REPLACEMENT = PackedText.pack("7");
    private static final long VOID = PackedText.pack("8");

    private StandingClaims() {
    }

    /** Whether a claim replaces or voids another. */
    public static boolean corrects(Claim claim) {
        return claim.frequency() == REPLACEMENT || claim.frequency() == VOID;
    }

    /**
     * Claims that bear upon this one.
     *
     * @param patients accepted claims of its patient, oldest first
     * @return those that stand and are recent enough, the newest of them if they are too many; none for a claim that voids
     */
    public static List<EarlierClaim> before(Claim claim, List<EarlierClaim> patients, HistoryLimits limits) {
        if (patients.isEmpty() || claim.frequency() == VOID) {
            return List.of();
        }
        List<EarlierClaim> standing = standing(patients);
        if (corrects(claim)) {
            standing.removeIf(earlier -> names(claim, earlier)
                    && earlier.serviceFrom() <= claim.serviceTo() && claim.serviceFrom() <= earlier.serviceTo()
                    || namesByNumber(claim, earlier));
        }
        int since = limits.since(claim.serviceFrom());
        standing.removeIf(earlier -> earlier.serviceTo() < since);
        return standing.subList(Math.max(0, standing.size() - limits.claimsMax()), standing.size());
    }

    /** Whether among these claims, oldest first, stands one that this claim replaces or voids. */
    public static boolean holdOriginal(Claim claim, List<EarlierClaim> known) {
        return standing(known).stream().anyMatch(earlier -> names(claim, earlier) || namesByNumber(claim, earlier));
    }

    private static List<EarlierClaim> standing(List<EarlierClaim> claims) {
        List<EarlierClaim> standing = new ArrayList<>(claims.size());
        for (EarlierClaim next : claims) {
            if (next.frequency() == REPLACEMENT || next.frequency() == VOID) {
                standing.removeIf(earlier -> ends(next, earlier));
            }
            if (next.frequency() != VOID) {
                standing.add(next);
            }
        }
        return standing;
    }

    /** A patient's account number may stand in CLM01 of all his claims, so their days must meet as well. */
    private static boolean ends(EarlierClaim later, EarlierClaim earlier) {
        boolean byNumber = !later.originalNumber().isEmpty() && later.originalNumber().equals(earlier.payerClaimNumber());
        return byNumber || later.patientControlNumber().equals(earlier.patientControlNumber())
                && later.billingNpi() == earlier.billingNpi()
                && earlier.serviceFrom() <= later.serviceTo() && later.serviceFrom() <= earlier.serviceTo();
    }

    private static boolean names(Claim claim, EarlierClaim earlier) {
        return claim.patientControlNumber().toString().equals(earlier.patientControlNumber())
                && ProviderNpi.of(claim.billingProvider()) == earlier.billingNpi();
    }

    private static boolean namesByNumber(Claim claim, EarlierClaim earlier) {
        return claim.payerClaimNumber().present()
                && claim.payerClaimNumber().number().toString().equals(earlier.payerClaimNumber());
    }
}
