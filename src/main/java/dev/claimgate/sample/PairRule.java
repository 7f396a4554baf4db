package dev.claimgate.sample;

/** What NCCI says of two procedures on one day. */
@FunctionalInterface
public interface PairRule {
    /** How a first and a second procedure go together when the first is NCCI's column one code. */
    enum Relation { FREE, NEEDS_MODIFIER, FORBIDDEN }

    Relation relation(String columnOne, String columnTwo);
}
