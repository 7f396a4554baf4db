package dev.claimgate.codes;

/** What NCCI says of two procedures of one day, column 1 beside column 2. */
public enum PairRule {
    /** No pair in that order on that day. */
    NONE,
    /** Modifier indicator 0: never together. */
    NOT_ALLOWED,
    /** Modifier indicator 1: together only with an NCCI-associated modifier. */
    ALLOWED_WITH_MODIFIER
}
