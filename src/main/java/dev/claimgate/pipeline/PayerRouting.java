package dev.claimgate.pipeline;

import dev.claimgate.partner.Destination;
import java.util.Optional;

/** Which configured payer takes a claim. */
@FunctionalInterface
public interface PayerRouting {
    /** The payer's id; empty if no configured payer takes it. */
    Optional<String> payerFor(Destination claim);
}
