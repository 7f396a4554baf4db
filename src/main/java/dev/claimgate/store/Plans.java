package dev.claimgate.store;

/** How PostgreSQL is to plan. */
final class Plans {
    /**
     * For the rest of a transaction: plans are made once for a connection, maybe while a table is small or was never counted,
     * and what is looked up by a key must not be searched for in all of it when it has grown.
     */
    static final String BY_KEY = "set local enable_seqscan = off";

    private Plans() {
    }
}
