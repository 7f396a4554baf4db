package dev.claimgate.store;

import dev.claimgate.claim.EarlierClaim;

/**
 * An accepted claim as it was found again.
 *
 * @param patientKey its patient; 0 if it is not known
 * @param usage      ISA15 of the interchange it came in
 * @param claim      what is known of it
 */
public record KnownClaim(long patientKey, String usage, EarlierClaim claim) {
}
