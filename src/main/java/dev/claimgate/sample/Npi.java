package dev.claimgate.sample;

/** National provider identifiers that pass their check: Luhn over 80840 and the number (45 CFR 162.406). */
final class Npi {
    /** What the prefix 80840 adds to the Luhn sum. */
    private static final int PREFIX_SUM = 24;

    private Npi() {
    }

    static String random(SampleRandom random) {
        return withCheckDigit("1" + random.digits(8));
    }

    /** @param nine the first nine digits */
    static String withCheckDigit(String nine) {
        int sum = PREFIX_SUM;
        for (int i = 0; i < 9; i++) {
            int digit = nine.charAt(i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return nine + (10 - sum % 10) % 10;
    }

    /** The same number with another check digit. */
    static String spoiled(String npi) {
        int last = npi.charAt(9) - '0';
        return npi.substring(0, 9) + (last + 1) % 10;
    }
}
