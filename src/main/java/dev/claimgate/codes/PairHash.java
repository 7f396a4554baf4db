package dev.claimgate.codes;

/**
 * Scatters pairs of code numbers, and none of them upon another: the hash has as many bits as the two numbers together, so that
 * no pair need be kept beside its hash.
 */
final class PairHash {
    private static final int FACTOR_1 = 0x85EBCA6B;
    private static final int FACTOR_2 = 0xC2B2AE35;

    /** So that the bits of a hash fill a word of the filter. */
    private static final int NUMBER_BITS_MIN = 3;

    private final int numberBits;
    private final int mask;

    /** @param codes how many codes have numbers, at most {@link PairTable#CODES_MAX} */
    PairHash(int codes) {
        numberBits = Math.max(NUMBER_BITS_MIN, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, codes - 1)));
        mask = numberBits == PairTable.NUMBER_BITS ? -1 : (1 << 2 * numberBits) - 1;
    }

    /** How many bits a hash has: 6 to 32. */
    int bits() {
        return 2 * numberBits;
    }

    /** Of two numbers below the count of codes. Each step can be undone: odd factors, and a shift of half the bits. */
    long of(int first, int second) {
        int hash = (first << numberBits | second) * FACTOR_1 & mask;
        hash = (hash ^ hash >>> numberBits) * FACTOR_2 & mask;
        return (hash ^ hash >>> numberBits) & 0xFFFFFFFFL;
    }
}
