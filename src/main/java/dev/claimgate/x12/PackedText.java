package dev.claimgate.x12;

/**
 * Short codes as numbers: up to eight ASCII bytes, first byte highest, so that codes compare and hash without objects.
 * The empty code is 0.
 */
public final class PackedText {
    public static final int BYTES_MAX = 8;

    private PackedText() {
    }

    /** @throws IllegalArgumentException if the code is longer than eight characters or not ASCII */
    public static long pack(String code) {
        if (code.length() > BYTES_MAX) {
            throw new IllegalArgumentException("a code has at most 8 characters, this one has " + code.length());
        }
        long packed = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c > 126) {
                throw new IllegalArgumentException("a code is plain ASCII");
            }
            packed = packed << 8 | c;
        }
        return packed;
    }

    /** Packs {@code bytes[from..to)}; a longer text gives -1, which no code equals. */
    public static long pack(byte[] bytes, int from, int to) {
        if (to - from > BYTES_MAX) {
            return -1;
        }
        long packed = 0;
        for (int i = from; i < to; i++) {
            packed = packed << 8 | bytes[i] & 0xff;
        }
        return packed;
    }

    public static String unpack(long packed) {
        StringBuilder text = new StringBuilder(BYTES_MAX);
        for (int shift = 56; shift >= 0; shift -= 8) {
            int b = (int) (packed >>> shift) & 0xff;
            if (b != 0) {
                text.append((char) b);
            }
        }
        return text.toString();
    }

    public static int length(long packed) {
        return 8 - Long.numberOfLeadingZeros(packed) / 8;
    }
}
