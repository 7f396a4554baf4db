package dev.claimgate.store;

import dev.claimgate.reply.ClaimAnswer;

/**
 * A claim with what its payer says about it.
 *
 * @param claim  the claim as we know it
 * @param stored its bytes as received
 * @param answer the payer's answer
 */
public record AnsweredClaim(ForwardedClaim claim, StoredClaim stored, ClaimAnswer answer) {
}
