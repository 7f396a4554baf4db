package dev.claimgate.pipeline;

import java.util.Optional;

/** Which configured payer takes claims for a payer code (loop 2010BB NM109). */
@FunctionalInterface
public interface PayerRouting {
    /** The payer's id; empty if no configured payer goes by this code. */
    Optional<String> payerFor(String payerCode);
}
