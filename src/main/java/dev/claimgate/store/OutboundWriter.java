package dev.claimgate.store;

import io.vertx.core.Future;
import java.util.List;

/** Writes outbound interchanges for {@link OutboundInterchanges#prepare}: which claims go together, and the bytes. */
public interface OutboundWriter {
    /** Splits claims into those that can share an interchange, order kept; no group empty. */
    List<List<StoredClaim>> group(List<StoredClaim> claims);

    /** Most claims in one transaction set, at least 1: the claims of a group are split in order. */
    int claimsPerSetMax();

    /** The whole interchange, ISA to IEA. May work on another thread; the transaction waits for it. */
    Future<byte[]> write(OutboundNumbers numbers, List<StoredClaim> claims);
}
