package dev.claimgate.guide;

/**
 * A relational note of a segment or composite over its elements, such as {@code P0809}.
 *
 * @param kind  P paired, R required (at least one), E exclusive, C conditional, L list conditional
 * @param first the first element named
 * @param mask  bits of all elements named
 */
record RelationalNote(char kind, int first, long mask) {

    static RelationalNote of(String text) {
        if (!text.matches("[PRECL](\\d\\d){2,}")) {
            throw new IllegalArgumentException("relational note " + text + ", must be one of P R E C L and two-digit positions");
        }
        long mask = 0;
        for (int i = 1; i < text.length(); i += 2) {
            mask |= 1L << Integer.parseInt(text.substring(i, i + 2));
        }
        return new RelationalNote(text.charAt(0), Integer.parseInt(text.substring(1, 3)), mask);
    }

    /** Whether nothing it speaks of was sent, or all of it: then it holds unless it excludes. A fast path for the usual cases. */
    boolean plainlyHolds(long present) {
        long sent = present & mask;
        return sent == 0 ? kind != 'R' : sent == mask && kind != 'E';
    }

    /** Elements that should be there and are not; 0 when the note holds. */
    long missing(long present) {
        long sent = present & mask;
        return switch (kind) {
            case 'P' -> sent == 0 ? 0 : mask & ~present;
            case 'R' -> sent == 0 ? 1L << first : 0;
            case 'C' -> (present >>> first & 1) == 0 ? 0 : mask & ~present;
            case 'L' -> (present >>> first & 1) == 0 || sent != 1L << first ? 0 : Long.lowestOneBit(mask & ~(1L << first));
            default -> 0;
        };
    }

    /** Elements that exclude another one that was sent; 0 when the note holds. */
    long excess(long present) {
        long sent = present & mask;
        return kind == 'E' && Long.bitCount(sent) > 1 ? sent & ~Long.lowestOneBit(sent) : 0;
    }
}
