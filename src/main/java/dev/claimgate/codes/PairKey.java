package dev.claimgate.codes;

/** Two procedure codes as one number: codes of up to five digits and capital letters, 27 bits each. */
final class PairKey {
    /** No pair has this key: one of the codes is not a procedure code. */
    static final long NONE = -1;

    private static final int CODE_BITS = 27;
    private static final int BASE = 37;
    private static final int CODE_BYTES_MAX = 5;

    private PairKey() {
    }

    static long of(long first, long second) {
        long a = number(first);
        long b = number(second);
        return a < 0 || b < 0 ? NONE : a << CODE_BITS | b;
    }

    /** @throws IllegalArgumentException if it is not a procedure code */
    static void require(long code) {
        if (number(code) < 0) {
            throw new IllegalArgumentException("a procedure code has up to five digits and capital letters");
        }
    }

    /** 37 to the fifth is below 2 to the 27th; leading zero bytes count as digit 0. */
    private static long number(long code) {
        if (code == 0 || code >>> CODE_BYTES_MAX * 8 != 0) {
            return NONE;
        }
        long number = 0;
        for (int shift = (CODE_BYTES_MAX - 1) * 8; shift >= 0; shift -= 8) {
            int b = (int) (code >>> shift) & 0xff;
            int digit = digit(b);
            if (digit < 0) {
                return NONE;
            }
            number = number * BASE + digit;
        }
        return number;
    }

    private static int digit(int b) {
        if (b == 0) {
            return 0;
        }
        if (b >= '0' && b <= '9') {
            return b - '0' + 1;
        }
        return b >= 'A' && b <= 'Z' ? b - 'A' + 11 : -1;
    }
}
