package dev.claimgate.guide;

import dev.claimgate.x12.CharClass;

/** Data element types of the standard and the characters each may hold. */
enum ElementType {
    /** String. */
    AN(CharClass.TEXT),
    /** Identifier: a code. */
    ID(CharClass.TEXT),
    /** Date, YYMMDD or CCYYMMDD. */
    DT(CharClass.DIGIT),
    /** Time, HHMM with seconds and their fractions as length allows. */
    TM(CharClass.DIGIT),
    /** Decimal number; sign and point do not count for the length. */
    R(CharClass.DECIMAL),
    /** Integer, or a number with implied decimals. */
    N(CharClass.INTEGER),
    /** Binary. */
    B(-1);

    private final int allowed;

    ElementType(int allowed) {
        this.allowed = allowed;
    }

    /** Whether every character of an element with these kinds is legal for the type. */
    boolean allows(int kinds) {
        return (kinds & ~allowed) == 0;
    }

    boolean number() {
        return this == R || this == N;
    }

    boolean text() {
        return this == AN || this == ID;
    }

    static ElementType of(String word) {
        return word.matches("N[0-9]?") ? N : valueOf(word);
    }
}
