package dev.claimgate.x12;

/**
 * What kind of character a byte is, as bits, so that the kinds of a whole element are one OR and "only legal characters for
 * this type" is one mask test.
 */
public final class CharClass {
    public static final int DIGIT = 1;
    public static final int UPPER = 1 << 1;
    public static final int LOWER = 1 << 2;
    public static final int BLANK = 1 << 3;
    public static final int POINT = 1 << 4;
    public static final int MINUS = 1 << 5;
    /** Every other printable ASCII character. */
    public static final int SPECIAL = 1 << 6;
    /** Control characters and DEL. */
    public static final int CONTROL = 1 << 7;
    /** Bytes from 128 on. */
    public static final int HIGH = 1 << 8;
    public static final int COMPONENT = 1 << 9;
    public static final int REPETITION = 1 << 10;

    /** Characters of an AN element: basic and extended set. */
    public static final int TEXT = DIGIT | UPPER | LOWER | BLANK | POINT | MINUS | SPECIAL;
    /** Characters of an N element. */
    public static final int INTEGER = DIGIT | MINUS;
    /** Characters of an R element; the exponent is not used in claims. */
    public static final int DECIMAL = DIGIT | MINUS | POINT;

    /** Ends an element; negative, so that the tokenizer tells it apart with one sign test. */
    static final int ELEMENT_END = -1;
    /** Ends a segment. */
    static final int SEGMENT_END = -2;

    private static final int[] KINDS = new int[256];

    static {
        for (int b = 0; b < 256; b++) {
            KINDS[b] = of(b);
        }
    }

    private CharClass() {
    }

    static int[] table(Delimiters delimiters) {
        int[] table = KINDS.clone();
        // The order matters when a broken ISA names one byte twice: what ends a segment wins.
        table[delimiters.component() & 0xff] = COMPONENT;
        table[delimiters.repetition() & 0xff] = REPETITION;
        table[delimiters.element() & 0xff] = ELEMENT_END;
        table[delimiters.segment() & 0xff] = SEGMENT_END;
        return table;
    }

    /** The kinds of a part of an element. */
    public static int of(byte[] bytes, int from, int to, Delimiters delimiters) {
        int kinds = 0;
        for (int i = from; i < to; i++) {
            kinds |= KINDS[bytes[i] & 0xff] | (bytes[i] == delimiters.repetition() ? REPETITION : 0);
        }
        return kinds;
    }

    private static int of(int b) {
        if (b >= '0' && b <= '9') {
            return DIGIT;
        }
        if (b >= 'A' && b <= 'Z') {
            return UPPER;
        }
        if (b >= 'a' && b <= 'z') {
            return LOWER;
        }
        if (b < ' ' || b == 127) {
            return CONTROL;
        }
        return b > 127 ? HIGH : ofSign(b);
    }

    private static int ofSign(int b) {
        return switch (b) {
            case ' ' -> BLANK;
            case '.' -> POINT;
            case '-' -> MINUS;
            default -> SPECIAL;
        };
    }
}
