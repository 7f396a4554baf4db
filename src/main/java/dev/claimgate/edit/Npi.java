package dev.claimgate.edit;

import dev.claimgate.x12.Text;

/** The National Provider Identifier: ten digits, the first 1 or 2, the last a Luhn check digit over 80840 and the NPI. */
final class Npi {
    private static final int LENGTH = 10;
    /** What the prefix 80840 adds to the Luhn sum. */
    private static final int PREFIX_SUM = 24;

    private Npi() {
    }

    static boolean tenDigits(Text id) {
        if (id.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (id.byteAt(i) < '0' || id.byteAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    static boolean valid(Text id) {
        if (!tenDigits(id) || id.byteAt(0) != '1' && id.byteAt(0) != '2') {
            return false;
        }
        int sum = PREFIX_SUM;
        for (int i = 0; i < LENGTH; i++) {
            int digit = id.byteAt(i) - '0';
            if (i % 2 == 0) {
                digit *= 2;
                digit = digit > 9 ? digit - 9 : digit;
            }
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
